import { expect, test } from 'vitest'
import { countsOf, editionName } from '#client/features/editions/edition-words.ts'

test('an edition says how many records of each kind it holds', () => {
  expect(countsOf({ counts: { release_event: 1, detainee: 17, event_note: 20 } })).toEqual(['1 release event', '17 detainees'])
})

test('an edition that was rewritten to protect someone says so in its name', () => {
  expect(editionName({ number: 17, revision: 0 })).toBe('Edition 17')
  expect(editionName({ number: 17, revision: 1 })).toBe('Edition 17, revision 1')
})

