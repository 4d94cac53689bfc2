import { expect, test } from 'vitest'
import { joinedMarks } from '#client/components/charts/joined-marks.ts'
import { type ColumnWords, drawColumns } from '#contract/charts/draw-columns.ts'
import type { TimeRow } from '#contract/charts/time-rows.ts'

/*
 * A page draws marks that are painted alike as one: of six hundred months it makes a few shapes.
 */

const month = (index: number): TimeRow => ({
  key: `month ${index}`,
  events: 1,
  reported: { lowest: index, best: index + 1, highest: index + 3, openLow: false, openHigh: false },
  parts: { LT: index, UA: 1 },
})
const words: ColumnWords = { unit: () => '', value: ({ key }) => key, series: String }
const months = Array.from({ length: 600 }, (_, index) => month(index + 1))

const startsOf = (d: string) => d.match(/M/g)?.length ?? 0

test('a chart of six hundred months is a dozen shapes, and each column and band is in them', () => {
  const { marks } = drawColumns(months, ['LT', 'UA'], words, null, 700)
  const shapes = joinedMarks(marks).filter(({ kind }) => kind !== 'text')
  expect(shapes.length).toBeLessThanOrEqual(12)
  const parts = marks.filter(({ kind }) => kind !== 'text').reduce((sum, mark) => sum + (mark.kind === 'path' ? startsOf(mark.d) : 1), 0)
  expect(shapes.reduce((sum, mark) => sum + (mark.kind === 'path' ? startsOf(mark.d) : 0), 0)).toBe(parts)
})

test('what is painted otherwise, or lies between, stays by itself and in its order', () => {
  const square = (x: number, fill: 'ink' | 'accent') => ({ kind: 'rect', x, y: 0, width: 10, height: 5, fill }) as const
  const said = { kind: 'text', x: 0, y: 0, text: 'Lithuania' } as const
  const faint = { kind: 'path', d: 'M0 0H9', stroke: 'ink', opacity: 0.5 } as const
  expect(joinedMarks([square(0, 'ink'), square(20, 'ink'), said, square(40, 'ink'), square(60, 'accent'), faint, faint])).toEqual([
    { kind: 'path', d: 'M0 0h10v5h-10zM20 0h10v5h-10z', fill: 'ink' },
    said,
    square(40, 'ink'),
    square(60, 'accent'),
    faint,
    faint,
  ])
})
