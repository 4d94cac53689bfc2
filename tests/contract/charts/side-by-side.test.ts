import { expect, test } from 'vitest'
import { comparedCsv, comparedRows } from '#contract/charts/compared-rows.ts'
import { type BarRow, barsExtent, drawBars } from '#contract/charts/draw-bars.ts'
import { columnsExtent, drawColumns } from '#contract/charts/draw-columns.ts'
import type { Drawing } from '#contract/charts/drawing.ts'
import { joinExtents } from '#contract/charts/extent.ts'
import { flowRows, releasingRows } from '#contract/charts/flow-rows.ts'
import { frameText } from '#contract/charts/frame-text.ts'
import { notebookCode } from '#contract/charts/notebook-code.ts'
import { type TimeCell, seriesTotals, timeRows } from '#contract/charts/time-rows.ts'
import type { Overview } from '#contract/stats.ts'

/*
 * Two filters beside each other: like is as long as like, and a colour means the same in both.
 */

const count = (best: number) => ({ lowest: best, best, highest: best, openLow: false, openHigh: false })
const bar = (key: string, value: number): BarRow => ({ key, label: key, text: String(value), parts: [{ series: 'all', value }] })
const series = [{ key: 'all', name: 'releases' }]
const widths = ({ marks }: Drawing) => marks.flatMap((mark) => (mark.kind === 'rect' ? [mark.width] : []))

test('bars of two charts are drawn to one scale', () => {
  const [small, large] = [[bar('LT', 10)], [bar('UA', 100)]]
  const both = joinExtents([barsExtent(small), barsExtent(large)])
  const [shorter = 0] = widths(drawBars(small, series, 408, both))
  const [longer = 0] = widths(drawBars(large, series, 408, both))
  expect(longer).toBe(400)
  expect(shorter).toBe(40)
  expect(widths(drawBars(small, series, 408))).toEqual([400])
})

const cell = (key: string, split: string, best: number): TimeCell => ({ key, split, events: 1, reported: count(best) })
const stats = (cells: TimeCell[]) => ({ by: 'month' as const, split: 'destination' as const, cells })
const words = { unit: String, value: ({ key }: { key: string }) => key, series: String }

test('columns of two charts stand in the same months, and a destination has one colour in both', () => {
  const [a, b] = [stats([cell('2024-07', 'LT', 9)]), stats([cell('2024-09', 'UA', 114), cell('2024-09', 'LT', 1)])]
  const both = joinExtents([a, b].map((one) => columnsExtent({ ...timeRows(one), series: seriesTotals(one.cells) }, null)))
  const drawn = [a, b].map((one) => {
    const { rows, series: own } = timeRows(one, 5, both)
    return { rows, drawing: drawColumns(rows, own.map(({ key }) => key), words, null, 600, both) }
  })
  expect(drawn.map(({ rows }) => rows.map(({ key }) => key))).toEqual([
    ['2024-07', '2024-08', '2024-09'],
    ['2024-07', '2024-08', '2024-09'],
  ])
  const [one, other] = drawn.map(({ drawing }) => drawing.legend.map(({ key, look }) => [key, look.id]))
  expect(one).toEqual(other)
  expect(one?.map(([key]) => key)).toEqual(['UA', 'LT'])
})

const overview = (best: number): Overview => ({
  rule: 'as_reported',
  ruleVersion: 1,
  unit: 'releases of prisoners as reported',
  note: '',
  releases: { events: 2, reported: count(best), people: null },
  byPopulation: [],
  eventsWithoutNumber: 0,
  named: { people: 3, releases: 4 },
  unnamed: { lowest: best - 4, highest: null },
  certain: 2,
  possible: 0,
  undated: 1,
  destinations: [],
  countries: [],
  latestEvents: [],
  sanctionsActions: [],
  firstDay: null,
  lastDay: null,
})

test('the file of a comparison has a row for each number of each filter', () => {
  const text = comparedCsv(comparedRows(overview(92), overview(145)), 'Releases, taken to Lithuania', 'Releases, taken to Ukraine', 'as_reported')
  const lines = text.trim().split('\r\n')
  expect(lines).toHaveLength(1 + 2 * 7)
  expect(lines[2]).toBe('A,"Releases, taken to Lithuania",as_reported,reported,92,92,92,no,no')
  expect(lines[12]).toBe('B,"Releases, taken to Ukraine",as_reported,unnamed,141,,,no,yes')
})

test('flows taken together by releasing country keep the total and lose nobody', () => {
  const flow = (from: string, to: string, best: number) => ({ from, to, stayed: false, events: 1, reported: count(best), people: null })
  const flows = [flow('BY', 'LT', 9), flow('BY', 'not_stated', 4), flow('XX', 'LT', 20)]
  const sum = (rows: readonly { reported: { best: number } }[]) => rows.reduce((all, { reported }) => all + reported.best, 0)
  expect(releasingRows(flows).map(({ key, reported }) => [key, reported.best])).toEqual([['XX', 20], ['BY', 13]])
  expect(sum(releasingRows(flows))).toBe(sum(flowRows(flows)))
})

test('what is pasted into a page or a shell stays one text, whatever the filter says', () => {
  const address = 'https://habeas.example/embed/time?q=%22a%22&b=1'
  expect(frameText(address, 'Releases matching “a" onload="x”')).toContain('src="https://habeas.example/embed/time?q=%22a%22&amp;b=1" title="Releases matching “a&quot; onload=&quot;x”"')
  expect(notebookCode("https://habeas.example/x?q=it's", 'Edition 1.0').curl).toContain(`'https://habeas.example/x?q=it'\\''s'`)
  expect(notebookCode('https://habeas.example/x?q="', 'Edition 1.0').python).toContain('"https://habeas.example/x?q=\\""')
})
