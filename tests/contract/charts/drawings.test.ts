import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mostBars, drawBars, type BarRow } from '#contract/charts/draw-bars.ts'
import { drawColumns } from '#contract/charts/draw-columns.ts'
import { drawHeld } from '#contract/charts/draw-held.ts'
import type { Drawing, Mark } from '#contract/charts/drawing.ts'
import { printColours, svgText } from '#contract/charts/svg-text.ts'
import type { TimeRow } from '#contract/charts/time-rows.ts'

const rects = ({ marks }: Drawing) => marks.filter((mark): mark is Extract<Mark, { kind: 'rect' }> => mark.kind === 'rect')
const paths = ({ marks }: Drawing) => marks.flatMap((mark) => (mark.kind === 'path' ? [mark.d] : []))
const bar = (key: string, value: number, more: Partial<BarRow> = {}): BarRow => ({
  key,
  label: key,
  text: String(value),
  parts: [{ series: 'all', value }],
  ...more,
})
const series = [{ key: 'all', name: 'Releases' }]

describe('bars', () => {
  test('are as long as their numbers, and every one is read out in full', () => {
    const drawing = drawBars([bar('Lithuania', 90), bar('Ukraine', 30)], series, 308)
    expect(rects(drawing).map(({ width }) => width)).toEqual([300, 100])
    expect(drawing.spots.map(({ label }) => label)).toEqual(['Lithuania: 90', 'Ukraine: 30'])
  })

  test('a band with no upper end runs to the edge of the picture', () => {
    const drawing = drawBars([bar('A', 50, { band: { lowest: 40, highest: null } })], series, 300)
    expect(paths(drawing).some((d) => d.includes('298'))).toBe(true)
  })

  test('a number below zero has words and no bar', () => {
    const drawing = drawBars([bar('Not stated', -3)], series, 300)
    expect(rects(drawing)).toEqual([])
    expect(drawing.spots[0]?.label).toBe('Not stated: -3')
  })

  test('what is too much for a picture is left to the table', () => {
    const rows = Array.from({ length: mostBars + 5 }, (_, index) => bar(String(index), index))
    expect(drawBars(rows, series, 300).spots).toHaveLength(mostBars)
  })
})

const column = (key: string, best: number, parts: Record<string, number> = {}, highest = best): TimeRow => ({
  key,
  events: 1,
  reported: { lowest: best, best, highest, openLow: false, openHigh: false },
  parts,
})
const words = { unit: (key: string) => key, value: ({ key, reported }: TimeRow) => `${key}: ${reported.best}`, series: (key: string) => key }

describe('columns over time', () => {
  test('are as high as their numbers, and a unit without a release is read out as well', () => {
    const drawing = drawColumns([column('2024', 20), column('2025', 0), column('2026', 40)], [], words, null, 400)
    const [first, last] = rects(drawing)
    expect((last?.height ?? 0) / (first?.height ?? 1)).toBeCloseTo(2)
    expect(drawing.spots.map(({ label }) => label)).toEqual(['2024: 20', '2025: 0', '2026: 40'])
  })

  test('what is left below zero hangs below the line', () => {
    const drawing = drawColumns([column('2024', 7, { LT: 9, not_stated: -2 })], ['LT', 'not_stated'], words, null, 400)
    const [up, down] = rects(drawing)
    expect(down?.y).toBeCloseTo((up?.y ?? 0) + (up?.height ?? 0))
    expect(drawing.legend.map(({ name }) => name)).toEqual(['LT', 'not_stated'])
  })

  test('a column gets a band only where claims differ', () => {
    const plain = drawColumns([column('2024', 20)], [], words, null, 400)
    const banded = drawColumns([column('2024', 20, {}, 24)], [], words, null, 400)
    expect(paths(banded).length).toBeGreaterThan(paths(plain).length)
  })

  test('the running total has a scale of its own below', () => {
    const rows = [column('2024', 20), column('2025', 30)]
    const points = rows.map(({ key, reported }) => ({ key, reported }))
    const [alone, both] = [drawColumns(rows, [], words, null, 400), drawColumns(rows, [], words, { points, title: 'Added up' }, 400)]
    expect(both.height).toBeGreaterThan(alone.height)
    expect(both.marks.some((mark) => mark.kind === 'text' && mark.text === 'Added up')).toBe(true)
  })
})

test('the band of those held is read out point by point', () => {
  const { spots } = drawHeld(
    [
      { day: '2024-01-01', held: { lowest: 3, highest: 5 } },
      { day: '2024-02-01', held: { lowest: 4, highest: null } },
    ],
    600,
  )
  expect(spots.map(({ label }) => label)).toEqual(['1 January 2024: 3 to 5 held', '1 February 2024: 4 or more held'])
})

describe('a picture as a file', () => {
  const drawing = drawBars([bar('A & B <c>', 5)], [...series, { key: 'other', name: 'Others' }], 300)
  const svg = svgText(drawing, { title: 'Releases "as said"', total: '5 releases', notes: ['Edition 1.0', 'Licence: CC-BY-4.0'] })

  test('carries title, total, notes and the names of its series', () => {
    for (const text of ['5 releases', 'Edition 1.0', 'Licence: CC-BY-4.0', 'Releases', 'Others', '&quot;as said&quot;']) expect(svg).toContain(text)
  })

  test('keeps what is text as text', () => {
    expect(svg).toContain('A &amp; B &lt;c&gt;')
    expect(svg).not.toContain('<c>')
  })

  test('asks nothing from elsewhere', () => {
    expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|<image|<style|var\(/)
  })

  test('has the colours of the light theme', () => {
    const tokens = readFileSync(new URL('../../../client/theme/tokens.css', import.meta.url), 'utf8')
    for (const [name, colour] of Object.entries(printColours)) expect(tokens).toContain(`--${name}: light-dark(${colour},`)
  })
})
