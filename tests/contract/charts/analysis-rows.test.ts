import { describe, expect, test } from 'vitest'
import { destinationNamer } from '#contract/charts/destination-names.ts'
import { dimensionFilter } from '#contract/charts/dimension-filter.ts'
import { flowRows } from '#contract/charts/flow-rows.ts'
import { namedRows } from '#contract/charts/named-rows.ts'
import { peopleRows } from '#contract/charts/people-rows.ts'
import { pivotRows, pivotTotal } from '#contract/charts/pivot-rows.ts'
import type { Count } from '#contract/common.ts'
import { countryName } from '#contract/countries.ts'
import { statedDate } from '#contract/dates/stated-date.ts'
import type { Pivot } from '#contract/pivot.ts'

const count = (lowest: number, best = lowest, highest = best): Count => ({ lowest, best, highest, openLow: false, openHigh: false })

describe('a value as a filter', () => {
  test.each([
    ['month', '2024-02', { from: '2024-02-01', to: '2024-02-29' }],
    ['quarter', '2024-Q3', { from: '2024-07-01', to: '2024-09-30' }],
    ['year', '2024', { from: '2024-01-01', to: '2024-12-31' }],
    ['destination', 'not_stated', { destination: 'not_stated' }],
    ['basis', 'pardon', { basis: 'pardon' }],
  ] as const)('%s %s', (dimension, key, filter) => {
    expect(dimensionFilter(dimension, key)).toEqual(filter)
  })

  test.each([
    ['month', 'not_dated'],
    ['sanctionsAuthority', 'not_linked'],
    ['destination', 'refused_departure'],
    ['sex', 'f'],
  ] as const)('%s %s is none', (dimension, key) => {
    expect(dimensionFilter(dimension, key)).toBeNull()
  })
})

const pivot: Pivot = {
  by: [
    { name: 'destination', title: 'Destination', multiple: false },
    { name: 'year', title: 'Year', multiple: false },
  ],
  measure: 'reported',
  rule: 'as_reported',
  ruleVersion: 1,
  unit: 'releases of prisoners as reported',
  note: '',
  columns: ['destination', 'destination_label', 'year', 'events', 'reported', 'lowest', 'highest', 'open_low', 'open_high', 'people', 'people_highest'],
  rows: [
    ['LT', 'Lithuania', '2025', 5, 92, 92, 93, false, false, null, null],
    ['BY', 'Belarus', 'not_dated', 1, 3, 3, 3, false, true, null, null],
  ],
  total: { events: 6, reported: 95, lowest: 95, highest: 96, open_low: false, open_high: true },
  undatedEvents: 0,
}

describe('the table to work in', () => {
  const rows = pivotRows(pivot, (code) => (code === 'BY' ? 'Stayed in Belarus' : countryName(code)))

  test('names its rows as they are meant and writes numbers with their band', () => {
    expect(rows.map(({ labels, text }) => [...labels, text])).toEqual([
      ['Lithuania', '2025', '92 (92 to 93)'],
      ['Stayed in Belarus', 'Not dated to the year', 'at least 3'],
    ])
    expect(pivotTotal(pivot).text).toBe('at least 95 (or 96 and more)')
  })

  test('a row leads to its own events where both its values are filters', () => {
    expect(rows.map(({ filter }) => filter)).toEqual([{ destination: 'LT', from: '2025-01-01', to: '2025-12-31' }, null])
  })

  test('a median says of how many it is, and nothing where no release has both dates', () => {
    const median = (lowest: number | null, highest: number | null) =>
      pivotTotal({ ...pivot, measure: 'median_days_detained', total: { events: 1, median_lowest: lowest, median_highest: highest, of: 2, not_known: 7 } })
    expect(median(300, 310)).toMatchObject({ text: '300 to 310', beside: 'of 2 releases; 7 without both dates' })
    expect(median(null, null).text).toBe('not known')
  })
})

test('an event shows its named, then at least how many are not, and a line to the most', () => {
  const event = { id: 7, ref: 'R-7', title: 'Event', date: statedDate(null, 'not_stated'), country: 'BY' }
  const [known, unknown] = namedRows([
    { ...event, claimed: count(51, 52), named: 2, unnamed: { lowest: 49, highest: 50 } },
    { ...event, claimed: null, named: 1, unnamed: null },
  ])
  expect(known).toMatchObject({
    text: '2 named, 49 to 50 not named, of 52 (51 to 52)',
    parts: [{ value: 2 }, { value: 49 }],
    band: { lowest: 51, highest: 52 },
  })
  expect(unknown?.text).toBe('1 named; no number is reported')
})

describe('where people were taken', () => {
  const flow = (from: string, to: string, best: number, stayed = false) => ({ from, to, stayed, events: 1, reported: count(best), people: null })
  const flows = [flow('BY', 'not_stated', 400), flow('BY', 'BY', 90, true), flow('BY', 'LT', 9), flow('RU', 'LT', 5), flow('RU', 'BY', 2)]

  test('several countries release to one destination, which is one row', () => {
    expect(flowRows(flows).map(({ name, from, reported }) => [name, from.join(), reported.best])).toEqual([
      ['Lithuania', 'BY,RU', 14],
      ['Belarus', 'RU', 2],
      ['Stayed in Belarus', 'BY', 90],
      ['Destination not stated', 'BY', 400],
    ])
  })

  test('a country is called a destination only as far as someone was taken there', () => {
    expect(destinationNamer(flows)('BY')).toBe('Belarus, stayed or taken there')
    expect(destinationNamer(flows.slice(0, 2))('BY')).toBe('Stayed in Belarus')
    expect(destinationNamer(flows)('LT')).toBe('Lithuania')
  })
})

test('someone who may belong to two rows is drawn to the highest and counted at the lowest', () => {
  const [row] = peopleRows({
    cells: [{ key: '1_to_2_years', label: '1 to 2 years', people: { lowest: 3, highest: 5 }, releases: { lowest: 3, highest: 6 } }],
    rest: { values: 0, people: { lowest: 0, highest: 0 }, releases: { lowest: 0, highest: 0 } },
  })
  expect(row).toMatchObject({ text: '3 to 5 people, 3 to 6 releases', parts: [{ value: 3 }], band: { lowest: 3, highest: 5 } })
})
