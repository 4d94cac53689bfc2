import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvText } from '#contract/charts/chart-csv.ts'
import { timeCsv } from '#contract/charts/time-csv.ts'

const count = (best: number) => ({ lowest: best, best, highest: best, openLow: false, openHigh: false })

test('what a spreadsheet would run as a formula is kept as text', () => {
  const text = csvText(['name'], [['=1+1'], ['+a'], ['@b'], ['-c'], ['＝d'], ['\t=e'], ['plain'], [-3]])
  expect(parse(text, { from_line: 2 }).flat()).toEqual(["'=1+1", "'+a", "'@b", "'-c", "'＝d", "'\t=e", 'plain', '-3'])
})

test('commas, quotes and line breaks come back as they were', () => {
  expect(parse(csvText(['a', 'b'], [['one, "two"', 'line\nbreak']]))).toEqual([
    ['a', 'b'],
    ['one, "two"', 'line\nbreak'],
  ])
})

test('the file of a chart over time adds up: its units and what is not dated make the total', () => {
  const text = timeCsv(
    {
      by: 'month',
      split: 'destination',
      unit: 'releases of prisoners as reported',
      cells: [
        { key: '2024-07', split: 'LT', events: 1, reported: count(9) },
        { key: '2024-09', split: 'UA', events: 1, reported: count(114) },
      ],
      notDated: [{ key: 'not_dated', split: 'LT', events: 1, reported: count(5) }],
      total: { reported: count(128) },
    },
    (key) => key,
  )
  const rows = parse(text, { columns: true }) as Record<string, string>[]
  const used = rows.map(({ used: value }) => Number(value))
  expect(rows.map(({ month }) => month)).toEqual(['2024-07', '2024-08', '2024-09', 'not_dated', 'total'])
  expect(used.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBe(used.at(-1))
  expect(rows.at(-1)).toMatchObject({ LT: '14', UA: '114' })
})
