import { formatStatedDate } from '../dates/format-date.ts'
import { statedDate } from '../dates/stated-date.ts'
import type { Held } from '../stats-held.ts'
import { type Drawing, type Mark, line, round, ticksTo } from './drawing.ts'
import { type Extent, noExtent } from './extent.ts'
import { formatInterval, formatNumber } from './format-count.ts'
import { seriesLook } from './series-patterns.ts'
import { timeAxis } from './time-axis.ts'

type Point = Held['points'][number]

const plot = { left: 46, right: 8, top: 12, height: 220, foot: 26 }

export const dayWords = (day: string): string => formatStatedDate(statedDate(day, 'stated'))

/** The days of the points, and the most that may be held on any of them. */
export const heldExtent = (points: readonly Point[]): Extent => ({
  ...noExtent,
  most: Math.max(0, ...points.map(({ held }) => held.highest ?? held.lowest)),
  keys: points.map(({ day }) => day),
})

/** How many are known to be held as a band over time, between the surely held and those who may be. */
export const drawHeld = (points: readonly Point[], width: number, extent: Extent = heldExtent(points)): Drawing => {
  const first = extent.keys[0] ?? '2000-01-01'
  const axis = timeAxis(first, extent.keys.at(-1) ?? first, plot.left, width - plot.right)
  const ticks = ticksTo(Math.max(1, extent.most))
  const top = ticks.at(-1) ?? 1
  const y = (value: number) => plot.top + (1 - value / top) * plot.height
  const bottom = plot.top + plot.height
  const at = (point: Point, value: number) => `${round(axis.at(point.day))} ${round(y(value))}`
  const highest = ({ held }: Point): number => held.highest ?? top
  const path = (value: (point: Point) => number) => points.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(point, value(point))}`).join('')
  const back = points.toReversed().map((point) => `L${at(point, point.held.lowest)}`).join('')
  const step = points.length < 2 ? width - plot.left : axis.at(points[1]?.day ?? first) - axis.at(points[0]?.day ?? first)
  const marks: Mark[] = [
    ...axis.marks(plot.top, bottom),
    ...ticks.flatMap((tick): Mark[] => [
      line(plot.left, y(tick), width - plot.right, y(tick), tick === 0 ? 'edge' : 'rule'),
      { kind: 'text', x: plot.left - 6, y: y(tick) + 4, text: formatNumber(tick), size: 12, anchor: 'end', colour: 'muted' },
    ]),
    ...(points.length === 0
      ? []
      : ([
          { kind: 'path', d: `${path(highest)}${back}Z`, fill: seriesLook('may be held', 2), opacity: 0.55 },
          { kind: 'path', d: path(({ held }) => held.lowest), stroke: 'ink', width: 2 },
          { kind: 'path', d: path(highest), stroke: 'ink', width: 1.5, dash: '5 3' },
        ] satisfies Mark[])),
  ]
  return {
    width,
    height: bottom + plot.foot,
    marks,
    spots: points.map((point) => ({
      key: point.day,
      label: `${dayWords(point.day)}: ${formatInterval(point.held)} held`,
      x: axis.at(point.day) - step / 2,
      y: plot.top,
      width: step,
      height: plot.height,
    })),
    legend: [{ look: seriesLook('may be held', 2), name: 'From the surely held (full line) to those who may be held (broken line)' }],
  }
}
