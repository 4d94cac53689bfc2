import { describe, expect, test } from 'vitest'
import { placeOf, withRow, withRowAdded, withRowRemoved } from '#client/features/record-forms/change-draft.ts'
import { detaineeForm, sanctionsActionForm, sourceForm } from '#client/features/record-forms/form-kinds.ts'
import type { RecordDraft } from '#client/features/record-forms/record-draft.ts'
import { newRow } from '#client/features/record-forms/record-draft.ts'
import { newSource, withSourceAdded } from '#client/components/entry/source-draft.ts'
import { checkDraft } from '#client/components/entry/check-draft.ts'
import { DetaineeWrite, detaineeShape } from '#contract/detainee-write.ts'

const [, , detentionShape] = detaineeShape.parts
const [chargeShape] = detentionShape?.parts ?? []
if (detentionShape === undefined || chargeShape === undefined) throw new Error('A person has detentions with charges')

const nobody = { recordId: null, baseVersion: null }

const withName = (text: string): RecordDraft => {
  const draft = detaineeForm.emptyDraft()
  const uid = draft.lists['names']?.[0]?.uid ?? ''
  return { ...withRow(draft, uid, (row) => ({ ...row, values: { ...row.values, text } })), reason: 'A test' }
}

describe('the form of a person', () => {
  test('names each faulty field by its row, from the top of the form to its end', () => {
    const detention = newRow(detentionShape, { country: 'Nowhereland', arrest: 'some day' })
    const charged = withRowAdded(withRowAdded(withName(' '), null, 'detentions', detention), detention.uid, 'charges', newRow(chargeShape))
    const checked = checkDraft(detaineeForm, { ...charged, reason: '' }, nobody)
    if ('sent' in checked) throw new Error('It was found to be in order')
    expect(checked.rest).toEqual([])
    expect(checked.problems.map(({ label, message }) => `${label}: ${message}`)).toEqual([
      'Source: Name the source this comes from.',
      'Name 1: name: Type the name as the source gives it, or remove it.',
      'Detention Nowhereland: country: No country is called “Nowhereland”. Choose one from the list.',
      expect.stringMatching(/^Detention Nowhereland: arrested: /),
      'Charge 1: article: Type the article as the source gives it, or remove this charge.',
      'Reason for this change: Say why, in a few words.',
    ])
  })

  test('cites the main source for what is stated, and nothing for what is not', () => {
    const draft = withSourceAdded(withName('Іван'), newSource([], { title: 'A paper' }))
    expect(detaineeForm.bodyFromDraft(draft).body).toMatchObject({
      evidence: { birth: [], sex: [], status: [] },
      names: [{ text: 'Іван', evidence: [{ field: null, source: 'n1', quote: '' }] }],
    })
  })

  test('puts a charge that was removed back into its detention', () => {
    const detention = newRow(detentionShape, { country: 'Belarus' })
    const charge = newRow(chargeShape, { article: '361-1' })
    const before = withRowAdded(withRowAdded(withName('Іван'), null, 'detentions', detention), detention.uid, 'charges', charge)
    const place = placeOf(before, charge.uid)
    if (place === null) throw new Error('The charge has no place')
    const without = withRowRemoved(before, charge.uid)
    expect(placeOf(without, charge.uid)).toBeNull()
    expect(withRowAdded(without, place.within, place.list, place.row, place.at)).toEqual(before)
  })
})

const person = (more: object) =>
  DetaineeWrite.parse({
    sources: [{ key: 's1', id: 1 }],
    names: [{ id: 1, text: 'Іван' }],
    detentions: [{ id: 5, country: 'BY', arrest: '2021', charges: [{ id: 7, article: '361' }] }],
    evidence: { sex: [], birth: [], description: [], occupation: [], status: [], statusAsOf: [] },
    ...more,
  })

describe('my changes on a person whom someone else changed', () => {
  test('are put on theirs, within one detention too', () => {
    const base = person({})
    const theirs = person({ occupation: 'teacher', detentions: [{ id: 5, country: 'BY', arrest: 'June 2021', charges: [{ id: 7, article: '361' }] }] })
    const mine = person({ sex: 'm', detentions: [{ id: 5, country: 'BY', arrest: '2021', charges: [{ id: 7, article: '361' }, { article: '130' }] }] })
    expect(detaineeForm.merge(base, theirs, mine)).toMatchObject({
      sex: 'm',
      occupation: 'teacher',
      detentions: [{ id: 5, arrest: 'June 2021', charges: [{ id: 7 }, { id: null, article: '130' }] }],
    })
  })

  test('bring back as new what they took out and I changed, with all that is in it', () => {
    const mine = person({ detentions: [{ id: 5, country: 'BY', arrest: '2022', charges: [{ id: 7, article: '361' }] }] })
    const merged = detaineeForm.merge(person({}), person({ detentions: [] }), mine)
    expect(merged).toMatchObject({ detentions: [{ id: null, arrest: '2022', charges: [{ id: null, article: '361' }] }] })
  })

  test('are shown beside theirs, value by value', () => {
    const differences = detaineeForm.differences(person({ occupation: 'teacher' }), person({ occupation: 'nurse' }), new Map())
    expect(differences).toEqual([{ key: 'occupation', label: 'Occupation', theirs: 'teacher', mine: 'nurse' }])
  })
})

test('another record is named by its number or chosen from the list; words that name none are refused', () => {
  const draft = sanctionsActionForm.emptyDraft()
  const of = (refersTo: string) => sanctionsActionForm.bodyFromDraft({ ...draft, values: { ...draft.values, authority: 'EU', action: 'other', refersTo } })
  expect(of('S-4, European Union: other').body).toMatchObject({ refersTo: 4 })
  expect(of('7').body).toMatchObject({ refersTo: 7 })
  expect(of('the other one').findings.problems.get('refersTo')).toBe('Choose one from the list, or type its number, such as S-4.')
  expect(of('').findings.problems.get('refersTo')).toBeUndefined()
})

test('a source without a title, a publisher or an address asks for one', () => {
  const checked = checkDraft(sourceForm, { ...sourceForm.emptyDraft(), reason: 'A test' }, nobody)
  expect('problems' in checked ? checked.problems : []).toMatchObject([{ label: 'Title', message: 'Give it a title, a publisher or an address.' }])
})
