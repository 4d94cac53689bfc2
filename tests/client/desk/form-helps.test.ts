import { describe, expect, test } from 'vitest'
import { deskTab } from '#client/desk/tab-title.ts'
import { countriesLike, countryOf, inEnglish, onlyCountryLike } from '#client/components/entry/country-of.ts'
import { newCount, newPerson } from '#client/features/release-event-form/new-rows.ts'
import { partitionHints } from '#client/features/release-event-form/partition-hints.ts'

const hintsOf = (total: string, ...destinations: string[]) =>
  partitionHints({
    counts: [newCount('total', { best: total }), ...destinations.map((best) => newCount('destination', { best }))],
    people: [],
  })

describe('the hint beside the counts', () => {
  test('says how many are not placed, or that all are', () => {
    expect(hintsOf('124', '114', '9')).toEqual(['Destinations add up to 123 of 124: 1 not placed.'])
    expect(hintsOf('123', '114', '9')).toEqual(['Destinations add up to 123, which is the total.'])
  })

  test('says by how many the parts are more than the whole', () => {
    expect(hintsOf('1,000', '999', '3')).toEqual(['Destinations add up to 1,002, 2 more than the total of 1,000.'])
  })

  test('is silent without a total or without parts, and about what cuts across it', () => {
    expect(hintsOf('', '114')).toEqual([])
    expect(hintsOf('123')).toEqual([])
    expect(partitionHints({ counts: [newCount('total', { best: '123' }), newCount('nationality', { best: '5' })], people: [] })).toEqual([])
  })

  test('tells when more people are named than were counted', () => {
    const people = ['A', 'B'].map((newName) => newPerson({ newName }))
    expect(partitionHints({ counts: [newCount('total', { best: '1' })], people })).toEqual([
      '2 people are named, more than the total of 1.',
    ])
  })
})

describe('a country that is typed', () => {
  test('is known by its name in any case, without its accents, and by its code', () => {
    expect([countryOf('lithuania'), countryOf('LT'), countryOf('Cote d’Ivoire'), countryOf('Lithunia')]).toEqual(['LT', 'LT', 'CI', null])
  })

  test('is known by its name in a language of the sources, and put into English', () => {
    expect(['Беларусь', 'литва', 'Польща', 'Niemcy', 'Lietuva'].map(countryOf)).toEqual(['BY', 'LT', 'PL', 'DE', 'LT'])
    expect([inEnglish('Литва'), inEnglish('Lithuania'), inEnglish('LT'), inEnglish('Литвa')]).toEqual(['Lithuania', null, null, null])
    expect(countriesLike('Беларусь').map(({ name }) => name)).toEqual(['Belarus'])
  })

  test('is looked for at the beginning of its name first', () => {
    expect(countriesLike('pol').map(({ name }) => name)).toEqual(['Poland', 'French Polynesia'])
  })

  test('is completed only where one name begins so', () => {
    expect([onlyCountryLike('lith')?.code, onlyCountryLike('niger'), onlyCountryLike('')]).toEqual(['LT', null, null])
  })
})

test('the tab of a page at the desk says what kind of page it is, and never who is on it', () => {
  expect(deskTab('/detainees/D-2')).toBe('Detainee – Habeas desk')
  expect(deskTab('/release-events/R-1/correct')).toBe('Release event form – Habeas desk')
  expect(deskTab('/anything/else')).toBe('Habeas desk')
})
