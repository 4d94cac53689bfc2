import type { Count } from '../common.ts'
import type { ReleaseStats, StatCell } from '../stats.ts'
import { addCounts, noCount } from './add-counts.ts'

export type TimeCell = Pick<StatCell, 'key' | 'split' | 'events' | 'reported'>

/** What a chart over time reads of the statistics. */
export type TimeStats = Pick<ReleaseStats, 'by' | 'split'> & { readonly cells: readonly TimeCell[] }

export type TimeRow = {
  /** `2024-07`, `2024-Q3` or `2024`. */
  readonly key: string
  /** Events in the unit, once each; null where the cells are split, for an event may stand in several. */
  readonly events: number | null
  readonly reported: Count
  /** The used number of each series; empty without a split. */
  readonly parts: Readonly<Record<string, number>>
}

export type TimeSeries = {
  /** The split's value, or `rest` for the smaller ones taken together. */
  readonly key: string
  readonly total: number
}

export type TimeChartRows = { readonly rows: readonly TimeRow[]; readonly series: readonly TimeSeries[] }

/** The units and series of two charts that stand beside each other. */
export type SharedTime = { readonly keys: readonly string[]; readonly series: readonly TimeSeries[] }

export const restKey = 'rest'

/**
 * The rows of a chart over time: every unit from the first with releases to the last, empty ones
 * as zero. Under a split, the `most` largest values are series of their own and the others are
 * taken together; "not stated" always stays its own.
 */
export const timeRows = (stats: TimeStats, most = 5, shared?: SharedTime): TimeChartRows => {
  const byKey = Map.groupBy(stats.cells, ({ key }) => key)
  const series = stats.split === null ? [] : seriesOf(shared?.series ?? seriesTotals(stats.cells), most)
  const ownKeys = new Set(series.map(({ key }) => key))
  const rows = unitsBetween(shared?.keys ?? [...byKey.keys()]).map((key) => {
    const cells = byKey.get(key) ?? []
    return {
      key,
      events: stats.split === null ? cells.reduce((sum, { events }) => sum + events, 0) : null,
      reported: cells.length === 0 ? noCount : addCounts(cells.map(({ reported }) => reported)),
      parts: partsOf(cells, ownKeys, series),
    }
  })
  return { rows, series }
}

/** Every value of the split with its total. */
export const seriesTotals = (cells: readonly TimeCell[]): TimeSeries[] =>
  [...Map.groupBy(cells, ({ split }) => split ?? 'not_stated')].map(([key, own]) => ({
    key,
    total: own.reduce((sum, { reported }) => sum + reported.best, 0),
  }))

const seriesOf = (given: readonly TimeSeries[], most: number): TimeSeries[] => {
  const totals = given.toSorted((a, b) => b.total - a.total || a.key.localeCompare(b.key))
  const placed = totals.filter(({ key }) => key !== 'not_stated')
  const own = placed.length <= most + 1 ? placed : placed.slice(0, most)
  const rest = placed.slice(own.length).reduce((sum, { total }) => sum + total, 0)
  return [
    ...own,
    ...(placed.length > own.length ? [{ key: restKey, total: rest }] : []),
    ...totals.filter(({ key }) => key === 'not_stated'),
  ]
}

/** The number of each series with its band, over some cells. */
export const partCounts = (cells: readonly TimeCell[], series: readonly TimeSeries[]): Readonly<Record<string, Count>> => {
  const own = new Set(series.map(({ key }) => key))
  const keyOf = ({ split }: TimeCell): string => (own.has(split ?? 'not_stated') ? (split ?? 'not_stated') : restKey)
  const byKey = Map.groupBy(cells, keyOf)
  return Object.fromEntries(
    series.map(({ key }) => [key, addCounts((byKey.get(key) ?? []).map(({ reported }) => reported))]),
  )
}

const partsOf = (
  cells: readonly TimeCell[],
  ownKeys: ReadonlySet<string>,
  series: readonly TimeSeries[],
): Record<string, number> => {
  const parts: Record<string, number> = Object.fromEntries(series.map(({ key }) => [key, 0]))
  if (series.length === 0) return parts
  for (const { split, reported } of cells) {
    const value = split ?? 'not_stated'
    const key = ownKeys.has(value) ? value : restKey
    parts[key] = (parts[key] ?? 0) + reported.best
  }
  return parts
}

/** Every unit from the first to the last of those given, in order. */
const unitsBetween = (keys: readonly string[]): string[] => {
  const sorted = keys.toSorted()
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return []
  const units: string[] = []
  for (let unit = first; unit <= last; unit = unitAfter(unit)) units.push(unit)
  return units
}

const unitAfter = (unit: string): string => {
  const year = Number(unit.slice(0, 4))
  const quarter = /-Q([1-4])$/.exec(unit)?.[1]
  const month = /-(\d{2})$/.exec(unit)?.[1]
  if (quarter !== undefined) return quarter === '4' ? `${year + 1}-Q1` : `${year}-Q${Number(quarter) + 1}`
  if (month !== undefined) return month === '12' ? `${year + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}`
  return String(year + 1)
}
