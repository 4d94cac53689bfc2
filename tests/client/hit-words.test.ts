import { expect, test } from 'vitest'
import { countHits, hitGroups } from '#client/components/search/hit-words.ts'
import { sharedNames, tellApart } from '#client/lib/tell-apart.ts'
import { statedDate } from '#contract/dates/stated-date.ts'
import type { PersonHit, SearchAnswer } from '#contract/search.ts'

const notStated = { edtf: null, earliest: null, latest: null, basis: 'not_stated' } as const

const person = (more: Partial<PersonHit> = {}): PersonHit => ({
  kind: 'detainee',
  id: 1,
  ref: 'D-1',
  why: 'Выдуманая ~ Ina Vydumanaya: Russian spelling',
  snippet: { field: 'name', lang: null, parts: [{ text: 'Ina Vydumanaya', marked: true }] },
  name: 'Ina Vydumanaya',
  lang: null,
  birth: notStated,
  arrested: notStated,
  occupation: null,
  description: null,
  status: 'serving_sentence',
  lastReleased: notStated,
  ...more,
})

const none = { total: 0, orMore: false, hits: [] }
const answer = (more: Partial<SearchAnswer> = {}): SearchAnswer => ({
  people: none,
  releaseEvents: none,
  sanctionsActions: none,
  sources: none,
  ...more,
})

test('two people of one name are told apart by occupation, birth, arrest and release', () => {
  const known = person({
    occupation: 'Teacher',
    birth: statedDate('1984', 'stated'),
    arrested: statedDate('2021-07-14', 'stated'),
    status: 'released',
    lastReleased: statedDate('2024-09', 'stated'),
  })
  expect(tellApart(known)).toBe(
    'Teacher · born 1984, month not stated · first arrested 14 July 2021 · released September 2024, day not stated',
  )
})

test('what no source says of a person is said to be not stated', () => {
  expect(tellApart(person())).toBe('birth date not stated · arrest not stated · serving a sentence')
})

test('someone detained again is not shown as released', () => {
  const again = person({ status: 're_detained', lastReleased: statedDate('2024-09-16', 'stated') })
  expect(tellApart(again)).toContain('detained again, last released 16 September 2024')
})

test('the count says how many of each kind were found, and leaves out the kinds without any', () => {
  const found = answer({ people: { total: 1, orMore: false, hits: [person()] } })
  expect(countHits(found, 'Выдуманая')).toBe('1 person for “Выдуманая”')
  expect(hitGroups(found).map(({ label }) => label)).toEqual(['People'])
  expect(countHits(answer(), 'Nobody')).toBe('Nothing found for “Nobody”')
})

test('where only the best hits were looked at, the count does not pretend to be all', () => {
  const many = { total: 1200, orMore: true, hits: [person()] }
  expect(countHits(answer({ people: many }), 'Ivan')).toBe('1,200 people or more for “Ivan”')
})

test('names that several people of a list share are known, and a withheld name is none', () => {
  const names = ['Ada Lark', 'Ben Roe', 'Ada Lark', null, null]
  expect([...sharedNames(names.map((name) => ({ name })))]).toEqual(['Ada Lark'])
})
