import { describe, expect, test } from 'vitest'
import { assertedWords, fieldWords } from '#client/lib/asserted-words.ts'
import { copiesAmong, evidenceFor, fieldsSaidOtherwise, groupEvidence, independentSources, otherValues, sourcesDiffer } from '#client/lib/evidence-for.ts'
import type { Evidence } from '#contract/common.ts'
import { statedDate } from '#contract/dates/stated-date.ts'

let next = 0
const evidence = (field: string, asserts: string | null, source = 1, id = 1): Evidence => ({
  id: (next += 1),
  on: { record: 'release_event', id, field },
  quote: null,
  quoteStart: null,
  quoteEnd: null,
  asserts,
  saidBy: null,
  source: {
    id: source,
    ref: `SRC-${source}`,
    title: null,
    publisher: 'A paper',
    url: null,
    published: statedDate(null, 'not_stated'),
    copyOf: null,
  },
})

describe('a source says otherwise than the record', () => {
  test('though it is alone, for the very field that is shown', () => {
    const on = [evidence('best', '30'), evidence('population', 'prisoners')]
    expect(fieldsSaidOtherwise(on, { best: '31' })).toEqual(['best'])
    expect(fieldsSaidOtherwise(on, { best: '30' })).toEqual([])
    expect(fieldsSaidOtherwise([evidence('best', null)], { best: '31' })).toEqual([])
  })
})

describe('sources differ', () => {
  test('when two of them assert different values for one field', () => {
    expect(sourcesDiffer([evidence('best', '51', 1), evidence('best', '52', 2)])).toBe(true)
  })

  test('not when they speak of different fields of the record', () => {
    expect(sourcesDiffer([evidence('best', '123'), evidence('population', 'prisoners')])).toBe(false)
  })

  test('not when one supports the value without giving its own', () => {
    expect(sourcesDiffer([evidence('date', '2025-12-13', 1), evidence('date', null, 2)])).toBe(false)
  })
})

test('evidence is found by record and field, however the field is written', () => {
  const all = [evidence('destinationState', 'arrived'), evidence('destination_state', 'en_route'), evidence('date', null)]
  expect(evidenceFor(all, 'release_event', 1, 'destinationState')).toHaveLength(2)
  expect(evidenceFor(all, 'release_event', 1)).toHaveLength(3)
  expect(evidenceFor(all, 'release_event', 2)).toHaveLength(0)
})

test('the value that most sources assert comes first', () => {
  const groups = groupEvidence([evidence('best', '51', 1), evidence('best', '52', 2), evidence('best', '52', 3)])
  expect(groups.map(({ value, items }) => [value, items.length])).toEqual([
    ['52', 2],
    ['51', 1],
  ])
})

test('beside a value stand the other values sources assert, each once', () => {
  const given = [evidence('date', '2025-12-13'), evidence('date', '2025-12-14', 2), evidence('date', '2025-12-14', 3)]
  expect(otherValues(given, '2025-12-13')).toEqual(['2025-12-14'])
})

test('a source and its copy are one independent word, whether or not the original is among them', () => {
  const said = evidence('date', '2025-12-13', 1)
  const copied = evidence('date', '2025-12-13', 2)
  const copy = { ...copied, source: { ...copied.source, copyOf: 1 } }
  expect(independentSources([said, copy])).toBe(1)
  expect(independentSources([copy])).toBe(1)
  expect(independentSources([{ ...copied, source: { ...copied.source, id: 3, copyOf: 2 } }, copy, said])).toBe(1)
  expect(independentSources([said, copy, evidence('date', null, 3)])).toBe(2)
  expect(copiesAmong([said, copy, copy]).map(({ copy: { ref }, of }) => [ref, of])).toEqual([['SRC-2', 1]])
})

test('asserted values read as the product writes them, and what is no code of ours stays as the source has it', () => {
  expect(assertedWords('date', '2025-12')).toBe('December 2025, day not stated')
  expect(assertedWords('date', 'the day after the talks')).toBe('the day after the talks')
  expect(assertedWords('destination', 'LT')).toBe('Lithuania')
  expect(assertedWords('destination_state', 'en_route')).toBe('On the way')
  expect(assertedWords('releaseEvent', 'named among those released')).toBe('named among those released')
  expect(fieldWords('departure_mode', 'release_person')).toBe('way of leaving')
  expect(fieldWords('text', 'detainee_name')).toBe('name')
})
