import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type TimeCell, restKey, timeRows } from '#contract/charts/time-rows.ts'

const cell = (key: string, best: number, split: string | null = null): TimeCell => ({
  key,
  split,
  events: 1,
  reported: { lowest: best, best, highest: best, openLow: false, openHigh: false },
})

describe('the rows of a chart over time', () => {
  test('a month without a release stands between its neighbours as zero', () => {
    const { rows } = timeRows({ by: 'month', split: null, cells: [cell('2024-11', 3), cell('2025-02', 4)] })
    expect(rows.map(({ key, reported }) => [key, reported.best])).toEqual([
      ['2024-11', 3],
      ['2024-12', 0],
      ['2025-01', 0],
      ['2025-02', 4],
    ])
  })

  test('quarters and years follow one another over the turn of the year', () => {
    const quarters = timeRows({ by: 'quarter', split: null, cells: [cell('2024-Q4', 1), cell('2025-Q2', 1)] })
    expect(quarters.rows.map(({ key }) => key)).toEqual(['2024-Q4', '2025-Q1', '2025-Q2'])
    const years = timeRows({ by: 'year', split: null, cells: [cell('2023', 1), cell('2025', 1)] })
    expect(years.rows.map(({ key }) => key)).toEqual(['2023', '2024', '2025'])
  })

  test('without a dated release there is no row', () => {
    expect(timeRows({ by: 'month', split: null, cells: [] })).toEqual({ rows: [], series: [] })
  })

  test('the largest destinations are series of their own, the others one, and “not stated” is never among them', () => {
    const cells = ['AA', 'BB', 'CC', 'DD'].map((code, index) => cell('2024', 10 - index, code))
    const { series, rows } = timeRows({ by: 'year', split: 'destination', cells: [...cells, cell('2024', 1, 'not_stated')] }, 2)
    expect(series.map(({ key }) => key)).toEqual(['AA', 'BB', restKey, 'not_stated'])
    expect(rows[0]?.parts).toEqual({ AA: 10, BB: 9, [restKey]: 15, not_stated: 1 })
  })

  test('however it is split, the parts of every unit make its number', () => {
    const cells = fc.array(
      fc.record({ month: fc.integer({ min: 1, max: 12 }), best: fc.integer({ min: -5, max: 500 }), split: fc.constantFrom('LT', 'UA', 'PL', 'DE', 'BY', 'US', 'CZ', 'not_stated') }),
    )
    fc.assert(
      fc.property(cells, fc.integer({ min: 0, max: 8 }), (given, most) => {
        const { rows } = timeRows(
          {
            by: 'month',
            split: 'destination',
            cells: given.map(({ month, best, split }) => cell(`2024-${String(month).padStart(2, '0')}`, best, split)),
          },
          most,
        )
        for (const row of rows) {
          expect(Object.values(row.parts).reduce((sum, part) => sum + part, 0)).toBe(row.reported.best)
        }
        const total = given.reduce((sum, { best }) => sum + best, 0)
        expect(rows.reduce((sum, { reported }) => sum + reported.best, 0)).toBe(total)
      }),
    )
  })
})
