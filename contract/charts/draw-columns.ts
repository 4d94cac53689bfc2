import type { Count } from '../common.ts'
import { type Drawing, type Mark, line, round, textWidth, ticksTo } from './drawing.ts'
import { type Extent, noExtent } from './extent.ts'
import { formatNumber } from './format-count.ts'
import { seriesLook } from './series-patterns.ts'
import type { TimeChartRows, TimeRow } from './time-rows.ts'

export type ColumnWords = {
  /** A unit at the foot of the picture: "Jul 2024". */
  readonly unit: (key: string) => string
  /** A value in full: "July 2024: 18 releases". */
  readonly value: (row: TimeRow) => string
  readonly series: (key: string) => string
  /** How many sanctions actions stand below a unit. */
  readonly actions?: (key: string) => number
}

/** All up to the end of each unit; between two points the line is level. */
export type RunningTotal = { readonly points: readonly { readonly key: string; readonly reported: Count }[]; readonly title: string }

const plot = { left: 46, right: 6, top: 12, height: 240, foot: 26 }
const noteHeight = 20
const runningHeight = 130
const runningHead = 26

/** Columns over time with the band of each, stacked where there are series; the running total has a scale of its own below. */
export const drawColumns = (
  rows: readonly TimeRow[],
  series: readonly string[],
  words: ColumnWords,
  running: RunningTotal | null,
  width: number,
  extent: Extent = columnsExtent({ rows, series: [] }, running),
): Drawing => {
  const step = (width - plot.left - plot.right) / Math.max(1, rows.length)
  const left = (index: number) => plot.left + index * step
  const { least } = extent
  const ticks = ticksTo(Math.max(1, extent.most))
  const top = ticks.at(-1) ?? 1
  const y = (value: number) => plot.top + ((top - value) / (top - least)) * plot.height
  const bottom = plot.top + plot.height
  const grid = ticks.flatMap((tick): Mark[] => [
    line(plot.left, y(tick), width - plot.right, y(tick), tick === 0 ? 'edge' : 'rule'),
    { kind: 'text', x: plot.left - 6, y: y(tick) + 4, text: formatNumber(tick), size: 12, anchor: 'end', colour: 'muted' },
  ])
  const columns = layered(rows.flatMap((row, index) => columnOf(row, series, left(index), step, y)))
  const actions = rows.map(({ key }) => words.actions?.(key) ?? 0)
  const foot = bottom + plot.foot + (actions.some((number) => number > 0) ? noteHeight : 0)
  const below0 = running === null ? [] : runningMarks(rows, running, left, step, foot, width, extent.second)
  return {
    width,
    height: foot + (running === null ? 0 : runningHead + runningHeight + 8),
    marks: [...grid, ...columns, ...unitLabels(rows, words.unit, left, step, bottom, width), ...actionMarks(actions, left, step, bottom + plot.foot), ...below0],
    spots: rows.map((row, index) => ({
      key: row.key,
      label: words.value(row),
      x: left(index),
      y: plot.top,
      width: step,
      height: plot.height,
    })),
    legend: series.map((key, index) => ({ key, look: seriesLook(key, index), name: words.series(key) })),
  }
}

/** How far columns and stacks reach up and down, the units they stand in, and the totals of their series. */
export const columnsExtent = ({ rows, series }: TimeChartRows, running: RunningTotal | null): Extent => ({
  ...noExtent,
  most: Math.max(0, ...rows.map(({ reported, parts }) => Math.max(reported.highest, reported.best, above(parts)))),
  least: Math.min(0, ...rows.map(({ parts, reported }) => Math.min(below(parts), reported.best))),
  second: runningReach(running),
  keys: rows.map(({ key }) => key),
  series,
})

const runningReach = (running: RunningTotal | null): number =>
  Math.max(0, ...(running?.points ?? []).map(({ reported }) => Math.max(reported.best, reported.highest)))

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const above = (parts: TimeRow['parts']): number => sum(Object.values(parts).filter((value) => value > 0))
const below = (parts: TimeRow['parts']): number => sum(Object.values(parts).filter((value) => value < 0))

const columnOf = (
  { reported, parts }: TimeRow,
  series: readonly string[],
  x: number,
  step: number,
  y: (value: number) => number,
): Mark[] => {
  const gap = Math.min(6, step * 0.16)
  const [barX, barWidth] = [x + gap, Math.max(0.5, step - 2 * gap)]
  const stack = series.length === 0 ? [['all', reported.best] as const] : series.map((key) => [key, parts[key] ?? 0] as const)
  const reached = { up: 0, down: 0 }
  const bars = stack.flatMap(([key, value], index): Mark[] => {
    if (value === 0) return []
    const side = value > 0 ? 'up' : 'down'
    const from = reached[side]
    reached[side] += value
    const [high, low] = [y(Math.max(from, reached[side])), y(Math.min(from, reached[side]))]
    return [{ kind: 'rect', x: barX, y: high, width: barWidth, height: low - high, fill: seriesLook(key, index) }]
  })
  return [...bars, ...bandOf(reported, x + step / 2, Math.min(4, step / 3), Math.min(4, barWidth), y)]
}

/** The same marks series by series, and bands over all: as no column reaches into another, the picture is the same, and has few layers. */
const layered = (columns: readonly Mark[]): Mark[] => {
  const bars = Map.groupBy(columns, (mark) => (mark.kind !== 'rect' ? null : typeof mark.fill === 'string' ? mark.fill : mark.fill.id))
  const bands = bars.get(null) ?? []
  bars.delete(null)
  const [under, over] = [true, false].map((isUnder) => bands.filter((mark) => (mark.kind === 'path' && mark.stroke === 'sheet') === isUnder))
  return [...[...bars.values()].flat(), ...(under ?? []), ...(over ?? [])]
}

/** Drawn only where claims differ. An open upper side ends in an arrow. */
const bandOf = (count: Count, middle: number, reach: number, room: number, y: (value: number) => number): Mark[] => {
  const [lowest, highest] = [Math.min(count.lowest, count.best, count.highest), Math.max(count.lowest, count.best, count.highest)]
  if (lowest === highest && !count.openHigh) return []
  const high = count.openHigh ? plot.top : y(highest)
  const [from, to, x] = [round(y(lowest)), round(high), round(middle)]
  return [
    line(x, from, x, to, 'sheet', room),
    line(x, from, x, to, 'ink', 1.5),
    line(x - reach, from, x + reach, from, 'ink', 1.5),
    count.openHigh
      ? { kind: 'path', d: `M${round(x - reach)} ${to + 5}L${x} ${to}L${round(x + reach)} ${to + 5}`, stroke: 'ink', width: 1.5 }
      : line(x - reach, to, x + reach, to, 'ink', 1.5),
  ]
}

/** A square for each unit in which there were sanctions actions; several say how many. */
const actionMarks = (actions: readonly number[], left: (index: number) => number, step: number, y: number): Mark[] =>
  actions.flatMap((number, index): Mark[] => {
    if (number === 0) return []
    const side = Math.min(10, Math.max(3, step - 1))
    const x = left(index) + step / 2 - side / 2
    const square: Mark = { kind: 'rect', x: round(x), y: y + 4, width: round(side), height: 10, fill: 'ink' }
    return number === 1 || step < 24 ? [square] : [square, { kind: 'text', x: round(x + side + 3), y: y + 13, text: String(number), size: 11, colour: 'muted' }]
  })

/** As many names of units as have room. */
const unitLabels = (
  rows: readonly TimeRow[],
  unit: (key: string) => string,
  left: (index: number) => number,
  step: number,
  bottom: number,
  width: number,
): Mark[] => {
  const widest = Math.max(...rows.map(({ key }) => textWidth(unit(key), 12))) + 12
  const every = Math.max(1, Math.ceil(widest / step))
  return rows.flatMap(({ key }, index): Mark[] =>
    index % every !== 0 || (every > 1 && left(index) + widest > width + 12)
      ? []
      : [{ kind: 'text', x: left(index) + (every === 1 ? step / 2 : 0), y: bottom + 18, text: unit(key), size: 12, anchor: every === 1 ? 'middle' : 'start', colour: 'muted' }],
  )
}

const runningMarks = (
  rows: readonly TimeRow[],
  { points, title }: RunningTotal,
  left: (index: number) => number,
  step: number,
  from: number,
  width: number,
  reach: number,
): Mark[] => {
  const known = new Map(points.map(({ key, reported }) => [key, reported]))
  const top = from + runningHead
  const ticks = ticksTo(Math.max(1, reach))
  const most = ticks.at(-1) ?? 1
  const y = (value: number) => top + (1 - value / most) * runningHeight
  const path = (value: (count: Count) => number): string => {
    let at = 0
    return rows
      .map(({ key }, index) => {
        const count = known.get(key)
        if (count !== undefined) at = value(count)
        return `${index === 0 ? 'M' : 'L'}${round(left(index))} ${round(y(at))}H${round(left(index) + step)}`
      })
      .join('')
  }
  return [
    { kind: 'text', x: 0, y: from + 14, text: title, size: 12, colour: 'muted' },
    ...ticks.filter((_, index) => index % 2 === 0).flatMap((tick): Mark[] => [
      line(plot.left, y(tick), width - plot.right, y(tick), tick === 0 ? 'edge' : 'rule'),
      { kind: 'text', x: plot.left - 6, y: y(tick) + 4, text: formatNumber(tick), size: 12, anchor: 'end', colour: 'muted' },
    ]),
    { kind: 'path', d: path(({ lowest }) => lowest), stroke: 'edge', width: 1, dash: '3 3' },
    { kind: 'path', d: path(({ highest, best }) => Math.max(highest, best)), stroke: 'edge', width: 1, dash: '3 3' },
    { kind: 'path', d: path(({ best }) => best), stroke: 'accent', width: 2 },
  ]
}
