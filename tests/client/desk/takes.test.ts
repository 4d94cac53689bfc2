import { describe, expect, test } from 'vitest'
import { neighbouring, trimmed, widened } from '#client/components/entry/text/select-in-text.ts'
import { type Words, withMore } from '#client/components/entry/text/words.ts'
import { mapEvidence } from '#client/features/release-event-form/change-draft.ts'
import type { Draft } from '#client/features/release-event-form/draft.ts'
import { emptyDraft, newPerson } from '#client/features/release-event-form/new-rows.ts'
import { namesIn, withNextName, withPersonAdded } from '#client/features/release-event-form/take-people.ts'
import { takes } from '#client/features/release-event-form/takes.ts'
import type { Suggestion } from '#contract/captures.ts'

/* What a key does with words selected in the text of a source. */

const suggestion = (kind: Suggestion['kind'], words: string, value: string): Suggestion => ({ kind, words, value, reading: value, start: 0, end: words.length })
const words = (quote: string, ...near: Suggestion[]): Words => ({ quote, at: 10, source: 'n1', near })
const begun = (): Draft => ({ ...emptyDraft(), mainSource: 'n1' })

const take = (draft: Draft, key: string, selected: Words) => {
  const taken = takes.find((one) => one.key === key)?.take(draft, selected)
  if (taken === undefined) throw new Error(`No take has the key ${key}`)
  return taken
}
const draftAfter = (draft: Draft, key: string, selected: Words): Draft => {
  const taken = take(draft, key, selected)
  if ('problem' in taken) throw new Error(taken.problem)
  return taken.draft
}

describe('words put to a field', () => {
  test('become its quote with their place, and the value that is read in them', () => {
    const draft = draftAfter(begun(), 'd', words('on 4 February 2026', suggestion('date', '4 February 2026', '4 February 2026')))
    expect(draft.date).toBe('4 February 2026')
    expect(draft.evidence.date).toMatchObject([{ source: 'main', quote: 'on 4 February 2026', at: 10, asserts: '' }])
  })

  test('that hold nothing for it change nothing and say so', () => {
    expect(take(begun(), 'd', words('some day'))).toHaveProperty('problem')
    expect(take(begun(), 'n', words('many'))).toEqual({ problem: 'No number is found in these words.' })
    expect(take(begun(), 'l', words('to Latvia', suggestion('country', 'Latvia', 'LV')))).toEqual({ problem: 'Enter a person first.' })
  })

  test('say what still binds the last person, and where they were taken on', () => {
    const person = { ...begun(), people: [newPerson({ detaineeId: 4, known: { name: 'Ina Invented', lang: null, about: 'D-4' } })] }
    const bound = draftAfter(person, 'r', words('may not leave the city'))
    const onward = draftAfter(bound, 'f', words('flown to Latvia on 4 February 2026', suggestion('country', 'Latvia', 'LV'), suggestion('date', '4 February 2026', '4 February 2026')))
    expect(onward.people).toMatchObject([{ restrictions: 'may not leave the city', onwardCountry: 'Latvia', onward: '4 February 2026' }])
    const quotes = onward.people[0]?.evidence.filter(({ quote }) => quote !== '').map(({ quote, supports }) => [quote, supports])
    expect(quotes).toEqual(
      expect.arrayContaining([
        ['may not leave the city', ['restrictions']],
        ['flown to Latvia on 4 February 2026', ['onwardCountry', 'onward']],
      ]),
    )
    const other = draftAfter(onward, 'r', { ...words('reports to the police'), source: 'n2' })
    expect(other.people[0]?.restrictions).toBe('may not leave the city')
    expect(other.people[0]?.evidence.at(-1)).toMatchObject({ source: 'n2', asserts: 'reports to the police' })
    expect(take(onward, 'f', words('to Estonia', suggestion('country', 'Estonia', 'EE')))).toEqual({ problem: 'The form says Latvia already: change it there, and quote the words there.' })
    expect(take(person, 'f', words('somewhere'))).toHaveProperty('problem')
    expect(take(begun(), 'r', words('may not leave the city'))).toEqual({ problem: 'Enter a person first.' })
  })

  test('never overwrite what another quote filled: they are kept as what this source says instead', () => {
    const first = draftAfter(begun(), 'd', words('4 February 2026'))
    const second = draftAfter(first, 'd', { ...words('5 February 2026'), source: 'n2' })
    expect(second.date).toBe('4 February 2026')
    expect(second.evidence.date).toMatchObject([
      { source: 'main', quote: '4 February 2026', asserts: '' },
      { source: 'n2', quote: '5 February 2026', asserts: '5 February 2026' },
    ])
  })

  test('of a count to a country fill both, in a row of their own; another number for it is one more claim', () => {
    const to = (quote: string, number: string) => words(quote, suggestion('number', number, number), suggestion('country', 'Latvia', 'LV'))
    const draft = draftAfter(begun(), 'g', to('9 to Latvia', '9'))
    const twice = draftAfter(draft, 'g', to('9 to Latvia', '9'))
    const other = draftAfter(twice, 'g', to('10 to Latvia', '10'))
    expect(other.counts.filter(({ dimension }) => dimension === 'destination').map(({ cell, best, state }) => [cell, best, state])).toEqual([
      ['Latvia', '9', 'used'],
      ['Latvia', '10', 'other'],
    ])
  })

  test('of how many citizens of a country find it by what its people are called', () => {
    const five = words('five Ukrainian citizens', suggestion('number', 'five', '5'))
    expect(draftAfter(begun(), 'y', five).counts.find(({ dimension }) => dimension === 'nationality')).toMatchObject({ cell: 'Ukraine', best: '5' })
    expect(draftAfter(begun(), 'y', { ...five, quote: 'five Ukrainian and Polish citizens' }).counts.at(-1)).toMatchObject({ cell: '', best: '5' })
  })

  test('name people of the register, each once; a name that several bear is left to a person to decide', () => {
    const ina = suggestion('person', 'Ina Vydumanaya', '7')
    const draft = draftAfter(draftAfter(begun(), 'p', words('Ina Vydumanaya', ina)), 'p', words('Ina Vydumanaya was freed', ina))
    expect(draft.people.map(({ detaineeId, evidence }) => [detaineeId, evidence.filter(({ quote }) => quote !== '').length])).toEqual([[7, 2]])

    const namesakes = draftAfter(begun(), 'p', words('Ina Vydumanaya', ina, { ...ina, value: '8' }))
    expect(namesakes.people).toEqual([])
    expect(namesakes.finders.people).toBe('Ina Vydumanaya')
    const chosen = withPersonAdded(namesakes, newPerson({ detaineeId: 8, known: { name: 'Ina', lang: null, about: '' } }))
    expect(chosen.people[0]?.evidence).toMatchObject([{ quote: 'Ina Vydumanaya', supports: ['releaseEvent'] }, { quote: '' }])
    expect(chosen.pending).toEqual({})
  })

  test('say where someone went without saying again that they were freed', () => {
    const freed = draftAfter(begun(), 'p', words('Ina Vydumanaya', suggestion('person', 'Ina Vydumanaya', '7')))
    const placed = draftAfter(freed, 'l', words('now in Latvia', suggestion('country', 'Latvia', 'LV')))
    expect(placed.people[0]?.destination).toBe('Latvia')
    expect(placed.people[0]?.evidence.filter(({ quote }) => quote !== '').map(({ quote, supports }) => [quote, supports])).toEqual([
      ['Ina Vydumanaya', ['releaseEvent']],
      ['now in Latvia', ['destination']],
    ])
  })

  test('add to what was filled last: more words, or who is quoted', () => {
    const taken = take(begun(), 'd', words('4 February 2026'))
    if ('problem' in taken) throw new Error(taken.problem)
    const quoted = withMore(taken.draft, words('a spokesman'), taken.piece ?? null, 'i', mapEvidence)
    expect('draft' in quoted && quoted.draft.evidence.date).toMatchObject([{ quote: '4 February 2026', saidBy: 'a spokesman' }])
    const more = withMore(taken.draft, words('that Wednesday'), taken.piece ?? null, 'q', mapEvidence)
    expect('draft' in more && more.draft.evidence.date.map(({ quote }) => quote)).toEqual(['4 February 2026', 'that Wednesday'])
    expect(withMore(begun(), words('x'), null, 'q', mapEvidence)).toHaveProperty('problem')
  })
})

describe('a pasted list of names', () => {
  test('is read as people write lists: lines, numbers and bullets, commas, the same name once', () => {
    expect(namesIn('1. Іна Першая\n2) Ян Другі\n– Іна Першая\n\n• О’Трэці, Ada\n12')).toEqual(['Іна Першая', 'Ян Другі', 'О’Трэці', 'Ada'])
  })

  test('is matched one by one: the next name is looked up once one is taken', () => {
    const draft = withNextName({ ...begun(), names: ['Іна Першая', 'Ян Другі'] })
    expect([draft.finders.people, draft.names]).toEqual(['Іна Першая', ['Ян Другі']])
    const next = withPersonAdded({ ...draft, finders: { ...draft.finders, people: '' } }, newPerson({ newName: 'Іна Першая' }))
    expect([next.people.length, next.finders.people, next.names]).toEqual([1, 'Ян Другі', []])
  })
})

describe('a selection in a text', () => {
  const text = 'One left. Two came to Riga.\nThree stayed.'
  const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
  const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end)

  test('leaves out the white space at its ends', () => {
    expect(trimmed(text, span(' Two '))).toEqual(span('Two'))
    expect(trimmed(text, { start: 9, end: 10 })).toBeNull()
  })

  test('widens to its sentence, then to the next one', () => {
    const sentence = widened(text, span('came'))
    expect(at(sentence)).toBe('Two came to Riga.')
    expect(at(widened(text, sentence))).toBe('Two came to Riga.\nThree stayed.')
  })

  test('steps to the suggestion after it or before it, and round', () => {
    const all = ['One', 'Two', 'Three'].map((number): Suggestion => ({ kind: 'number', words: number, value: number, reading: number, ...span(number) }))
    expect(neighbouring(all, { start: 0, end: 0 }, 1)?.words).toBe('One')
    expect(neighbouring(all, span('One'), 1)?.words).toBe('Two')
    expect(neighbouring(all, span('Three'), 1)?.words).toBe('One')
    expect(neighbouring(all, span('Two'), -1)?.words).toBe('One')
  })
})
