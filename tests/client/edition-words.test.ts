import { expect, test } from 'vitest'
import { changeWords } from '#client/features/editions/change-words.ts'
import { countsOf, editionName } from '#client/features/editions/edition-words.ts'

test('an edition says how many records of each kind it holds', () => {
  expect(countsOf({ counts: { release_event: 1, detainee: 17, event_note: 20 } })).toEqual(['1 release event', '17 detainees'])
})

test('an edition that was rewritten to protect someone says so in its name', () => {
  expect(editionName({ number: 17, revision: 0 })).toBe('Edition 17')
  expect(editionName({ number: 17, revision: 1 })).toBe('Edition 17, revision 1')
})

test('a corrected field is told in words, with its values as they are written everywhere', () => {
  const change = { on: { record: 'release_event', id: 3 }, field: 'date', before: '2024-07', after: '2024-07-03' }
  expect(changeWords(change)).toMatchObject({ field: 'Date', before: 'July 2024, day not stated', after: '3 July 2024' })
})

test('a corrected row of a record says which row it is', () => {
  const change = { on: { record: 'release_count', id: 12 }, field: 'lowest', before: 50, after: null }
  expect(changeWords(change)).toMatchObject({ field: 'Number 12, lowest number', before: '50', after: null })
})
