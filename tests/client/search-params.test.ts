import { describe, expect, test } from 'vitest'
import { citedPath } from '#client/components/citations/cited-path.ts'
import { changed, listIn, parseSearch, readSearch, stringifySearch, toggled } from '#client/lib/search-params.ts'
import { listDetainees } from '#contract/detainees.ts'
import { listReleaseEvents } from '#contract/release-events.ts'

describe('an address a person can read', () => {
  test('keeps its commas and quotes nothing', () => {
    expect(stringifySearch({ destination: 'LT,UA', from: '2024-01-01' })).toBe('?destination=LT,UA&from=2024-01-01')
  })

  test('reads back as it was written, Cyrillic and signs included', () => {
    const search = { q: 'Беляцкий & сын =?', destination: 'LT,UA' }
    expect(parseSearch(stringifySearch(search))).toEqual(search)
  })

  test('a repeated parameter is a list', () => {
    expect(parseSearch('?destination=LT&destination=UA')).toEqual({ destination: 'LT,UA' })
  })

  test('what looks like a number or JSON stays text', () => {
    expect(parseSearch('?q=12&from=[1]')).toEqual({ q: '12', from: '[1]' })
  })
})

describe('a link with a bad parameter', () => {
  const read = (search: string) => readSearch(listReleaseEvents.query, parseSearch(search))

  test('an impossible date is dropped and named, and the rest of the link works', () => {
    const { kept, value, dropped } = read('?from=2023-02-30&country=BY')
    expect(kept).toEqual({ country: 'BY' })
    expect(value.country).toEqual(['BY'])
    expect(dropped).toEqual([
      { name: 'from', value: '2023-02-30', reason: 'Type a day that exists as year-month-day, for example 2025-12-13.' },
    ])
  })

  test('a filter the page does not have is dropped', () => {
    expect(read('?utm_source=news').dropped).toEqual([
      { name: 'utm_source', value: 'news', reason: 'This page has no such filter.' },
    ])
  })

  test('of a reversed range the end is dropped, in the words of the contract', () => {
    const { kept, dropped } = read('?from=2025-02-01&to=2025-01-01')
    expect(kept).toEqual({ from: '2025-02-01' })
    expect(dropped[0]?.reason).toContain('Swap the two dates')
  })

  test('several bad parameters are all named once', () => {
    const { kept, dropped } = read('?basis=kindness,pardon&limit=9999&sort=random&q=potash')
    expect(kept).toEqual({ q: 'potash' })
    expect(dropped.map(({ name }) => name).toSorted()).toEqual(['basis', 'limit', 'sort'])
  })

  test('a good link loses nothing and gains no default', () => {
    const { kept, dropped } = read('?destination=LT,not_stated&sort=title')
    expect(kept).toEqual({ destination: 'LT,not_stated', sort: 'title' })
    expect(dropped).toEqual([])
  })
})

describe('changing a filter', () => {
  test('goes back to the first page', () => {
    expect(changed({ cursor: 'abc', from: '2024-01-01' }, { to: '2024-12-31' })).toEqual({
      from: '2024-01-01',
      to: '2024-12-31',
    })
  })

  test('chooses a value, and takes the parameter away with its last one', () => {
    const chosen = toggled({}, 'destination', 'LT')
    expect(listIn(toggled(chosen, 'destination', 'UA'), 'destination')).toEqual(['LT', 'UA'])
    expect(toggled(chosen, 'destination', 'LT')).toEqual({})
  })
})

describe('a value with a comma in it', () => {
  const occupations = listDetainees.query.shape.occupation
  const read = (address: string) => occupations.parse(parseSearch(address)['occupation'])

  test('can be chosen beside another, and the link keeps both', () => {
    const chosen = toggled(toggled({}, 'occupation', 'Lawyer, human rights'), 'occupation', 'Nurse')
    const address = stringifySearch(chosen)
    expect(address).toBe('?occupation=Lawyer%252C%20human%20rights,Nurse')
    expect(read(address)).toEqual(['Lawyer, human rights', 'Nurse'])
    expect(listIn(toggled(parseSearch(address), 'occupation', 'Lawyer, human rights'), 'occupation')).toEqual(['Nurse'])
  })

  test('is not mistaken for one that has the sign for a comma in it', () => {
    for (const value of ['50 %', '100%, or so', '%2C', '%252C', 'a%']) {
      expect(read(stringifySearch(toggled({}, 'occupation', value)))).toEqual([value])
    }
  })

  test('is not needed for links of old: plain commas still part a list, and a lone percent sign is itself', () => {
    expect(read('?occupation=Nurse,Teacher')).toEqual(['Nurse', 'Teacher'])
    expect(read('?occupation=Owner of 50 %25,Teacher')).toEqual(['Owner of 50 %', 'Teacher'])
  })
})

test('another destination, source or naming lets go of the events that a citation pinned; anything else keeps them', () => {
  const cited = { destination: 'LT', pinned: '3,7', country: 'XV' }
  expect(changed(cited, { country: undefined })).toEqual({ destination: 'LT', pinned: '3,7' })
  expect(changed(cited, { destination: 'LT,UA' })).toEqual({ destination: 'LT,UA', country: 'XV' })
  expect(toggled(cited, 'destination', 'LT')).toEqual({ country: 'XV' })
  expect(toggled(cited, 'named', 'no')).toEqual({ destination: 'LT', named: 'no', country: 'XV' })
})

describe('a link with whole years and months as its dates', () => {
  test('is read as the field reads them: from the first day, to the last', () => {
    const { kept, value, dropped } = readSearch(listReleaseEvents.query, parseSearch('?from=2024-01&to=2025&country=BY'))
    expect(kept).toEqual({ from: '2024-01-01', to: '2025-12-31', country: 'BY' })
    expect([value.from, value.to]).toEqual(['2024-01-01', '2025-12-31'])
    expect(dropped).toEqual([])
  })

  test('reads the two ranges of the list of people, and a February by its year', () => {
    const { kept } = readSearch(listDetainees.query, parseSearch('?releasedFrom=2023&arrestedTo=2024-02'))
    expect(kept).toEqual({ releasedFrom: '2023-01-01', arrestedTo: '2024-02-29' })
  })

  test('drops what is no year or month, and a range that ends before it begins', () => {
    const read = (search: string) => readSearch(listReleaseEvents.query, parseSearch(search))
    expect(read('?from=2024-13&to=0025').dropped.map(({ name }) => name)).toEqual(['from', 'to'])
    expect(read('?from=2025&to=2024')).toMatchObject({ kept: { from: '2025-01-01' }, dropped: [{ name: 'to', value: '2024-12-31' }] })
  })
})

test('what is cited is what a page shows of a bad link, in the edition it is pinned to', () => {
  const { kept } = readSearch(listReleaseEvents.query, parseSearch('?destination=LT&from=2024-01&basis=bogus&foo=1'))
  expect(citedPath('/release-events', kept, null)).toBe('/release-events?destination=LT&from=2024-01-01')
  expect(citedPath('/release-events', kept, '3')).toBe('/release-events?destination=LT&from=2024-01-01&edition=3')
  expect(citedPath('/detainees', {}, null)).toBe('/detainees')
})
