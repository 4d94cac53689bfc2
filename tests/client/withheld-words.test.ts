import { expect, test } from 'vitest'
import { withWithheld } from '#client/features/detainees/detainee-filters.ts'
import { limitsOfPeople } from '#client/features/detainees/people-limits.ts'
import { sourceTitle, unstatedWords } from '#client/lib/unstated-words.ts'
import { statedDate } from '#contract/dates/stated-date.ts'

const published = statedDate('2025-06', 'stated')

test('an edition as it came out says that no source gives a text; a revision, which cannot know, does not', () => {
  expect(unstatedWords(false)).toBe('not stated')
  expect(unstatedWords(true)).toBe('not stated or withheld')
  expect(sourceTitle({ title: null, published }, false)).toBe('Title not stated')
  expect(sourceTitle({ title: null, published }, true)).toBe('Title not stated or withheld')
})

test('a source of which only the number was kept says why, and a title is itself', () => {
  const withheld = statedDate(null, 'withheld')
  expect(sourceTitle({ title: null, published: withheld }, true)).toBe('Withheld to protect someone')
  expect(sourceTitle({ title: 'An invented report', published: withheld }, true)).toBe('An invented report')
})

const counts = (name: string, values: Readonly<Record<string, number>>) => ({
  name,
  multiple: true,
  total: 0,
  values: Object.entries(values).map(([value, count]) => ({ value, count, chosen: false })),
})
const facets = (withheld: number) => [counts('status', { unknown: 3 }), counts('named', { yes: 15, no: withheld })]

test('people counted without a status may be those whose name is withheld, where there are any', () => {
  const label = (value: string) => (value === 'unknown' ? 'Not stated' : value)
  expect(withWithheld(label, facets(1))('unknown')).toBe('Not stated or withheld')
  expect(withWithheld(label, facets(0))('unknown')).toBe('Not stated')
  expect(withWithheld(label, facets(1))('exiled')).toBe('exiled')
})

test('what is missing of people is said to be withheld where it may be, and not of those with a name', () => {
  const titles = (withheld: number, filter = {}) => limitsOfPeople(facets(withheld), filter).map(({ title }) => title)
  expect(titles(1)).toEqual(['Where they are is not stated or is withheld', 'Name withheld'])
  expect(titles(0)).toEqual(['Where they are is not stated'])
  expect(titles(1, { named: 'yes' })).toEqual(['Where they are is not stated'])
})
