import { expect, test } from 'vitest'
import { type Take, type Words, moreButtons, withSourceTakes } from '#client/components/entry/text/words.ts'
import { detaineeForm, sanctionsActionForm } from '#client/features/record-forms/form-kinds.ts'
import type { RecordDraft } from '#client/features/record-forms/record-draft.ts'
import type { Suggestion } from '#contract/captures.ts'

/* What a key does with words selected in a text, in the forms for a person and a sanctions action. */

const suggestion = (kind: Suggestion['kind'], words: string, value: string): Suggestion => ({ kind, words, value, reading: value, start: 0, end: words.length })
const words = (quote: string, ...near: Suggestion[]): Words => ({ quote, at: 10, source: 'n1', near })

const after = (takes: readonly Take<RecordDraft>[] | undefined, draft: RecordDraft, key: string, selected: Words): RecordDraft => {
  const taken = takes?.find((one) => one.key === key)?.take(draft, selected)
  if (taken === undefined || 'problem' in taken) throw new Error(taken?.problem ?? `No take has the key ${key}`)
  return taken.draft
}
const aPerson = (): RecordDraft => ({ ...detaineeForm.emptyDraft(), mainSource: 'n1' })
const person = (draft: RecordDraft, key: string, selected: Words) => after(detaineeForm.takes, draft, key, selected)

test('a person is entered from a text: names, birth, and a detention with its charge and sentence, each with its words', () => {
  let draft = person(aPerson(), 'n', words('Ina Invented'))
  draft = person(draft, 'n', words('Іна Выдуманая'))
  draft = person(draft, 'b', words('born in 1980', suggestion('date', '1980', '1980')))
  draft = person(draft, 'a', words('detained on 21 June 2021', suggestion('date', '21 June 2021', '21 June 2021')))
  draft = person(draft, 'c', words('in Belarus', suggestion('country', 'Belarus', 'BY')))
  draft = person(draft, 'g', words('361-1'))
  draft = person(draft, 'g', words('342'))
  draft = person(draft, 'v', words('five years'))
  expect(draft.lists['names']?.map(({ values }) => values['text'])).toEqual(['Ina Invented', 'Іна Выдуманая'])
  expect(draft.values['birth']).toBe('1980')
  expect(draft.evidence['birth']).toMatchObject([{ source: 'main', quote: 'born in 1980', at: 10, supports: ['birth'] }])
  const detentions = draft.lists['detentions'] ?? []
  expect(detentions.map(({ values }) => [values['country'], values['arrest']])).toEqual([['Belarus', '21 June 2021']])
  expect(detentions[0]?.evidence.filter(({ quote }) => quote !== '').map(({ quote, supports }) => [quote, supports])).toEqual([
    ['detained on 21 June 2021', ['arrest']],
    ['in Belarus', ['country']],
  ])
  expect(detentions[0]?.lists['charges']?.map(({ values }) => values['article'])).toEqual(['361-1', '342'])
  expect(detentions[0]?.lists['sentences']?.map(({ values }) => values['lengthText'])).toEqual(['five years'])
})

test('what stands in the form is not overwritten, and what no value is read in changes nothing', () => {
  const first = person(aPerson(), 'b', words('born in 1980', suggestion('date', '1980', '1980')))
  const second = person(first, 'b', { ...words('born in 1981', suggestion('date', '1981', '1981')), source: 'n2' })
  expect(second.values['birth']).toBe('1980')
  expect(second.evidence['birth']).toMatchObject([{ asserts: '' }, { source: 'n2', quote: 'born in 1981', asserts: '1981' }])
  const nothing = detaineeForm.takes?.find(({ key }) => key === 'a')?.take(first, words('some day'))
  expect(nothing).toHaveProperty('problem')
})

test('a code is chosen by hand, beside the words', () => {
  const taken = sanctionsActionForm.takes?.find(({ key }) => key === 'a')?.take({ ...sanctionsActionForm.emptyDraft(), mainSource: 'n1' }, words('the Treasury'))
  expect(taken).toMatchObject({ said: 'Authority: the words are kept, choose the value', focus: 'record-authority' })
  if (taken === undefined || 'problem' in taken) throw new Error('the words are kept')
  expect(taken.draft.evidence['authority']).toMatchObject([{ quote: 'the Treasury' }])
})

test('no key stands for two things', () => {
  for (const form of [detaineeForm, sanctionsActionForm]) {
    const keys = [...withSourceTakes(form.takes ?? []), ...moreButtons].map(({ key }) => key)
    expect(new Set([...keys, 's', 'S', 'w']).size).toBe(keys.length + 3)
  }
})
