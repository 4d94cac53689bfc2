import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvText } from '#contract/charts/chart-csv.ts'

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
