import { dimensionFilter } from './dimension-filter.ts'
import { countedBand, formatCount, formatInterval, formatNumber } from './format-count.ts'
import { bandOfCount, bandOfInterval } from './band-of.ts'
import type { BarRow } from './draw-bars.ts'
import type { Count, Interval } from '../common.ts'
import { dimensionLabel } from '../dimensions.ts'
import type { Measure, Pivot } from '../pivot.ts'

/** One cell of the table to work in, ready to be shown. */
export type PivotRow = {
  readonly key: string
  readonly labels: readonly string[]
  /** Under which only the events of this cell are left; null where a dimension is no filter. */
  readonly filter: Readonly<Record<string, string>> | null
  readonly events: number
  /** The measure in words: "92 (92 to 93)", "17", "not known". */
  readonly text: string
  /** What the measure counts beside it: people, or releases without the two dates. Null where nothing. */
  readonly beside: string | null
  readonly bar: Pick<BarRow, 'parts' | 'band'>
}

type Cells = Readonly<Record<string, unknown>>

/** The rows in the order of the answer. `placeName` says a destination as it is meant under the filter. */
export const pivotRows = (pivot: Pivot, placeName: (code: string) => string): PivotRow[] =>
  pivot.rows.map((values) => {
    const cells: Cells = Object.fromEntries(pivot.columns.map((name, index) => [name, values[index]]))
    const keys = pivot.by.map(({ name }) => String(cells[name]))
    const filters = pivot.by.map(({ name }, index) => dimensionFilter(name, keys[index] ?? ''))
    return {
      key: keys.join(' '),
      labels: pivot.by.map(({ name }, index) => (name === 'destination' ? placeName(keys[index] ?? '') : String(cells[`${name}_label`] ?? dimensionLabel(name, String(cells[name]))))),
      filter: filters.some((one) => one === null) ? null : Object.assign({}, ...filters),
      ...measured(pivot.measure, cells),
    }
  })

export const pivotTotal = (pivot: Pivot): Pick<PivotRow, 'events' | 'text' | 'beside' | 'bar'> => measured(pivot.measure, pivot.total)

const measured = (measure: Measure, cells: Cells): Pick<PivotRow, 'events' | 'text' | 'beside' | 'bar'> => {
  const events = numberIn(cells, 'events') ?? 0
  if (measure === 'events') return { events, text: formatNumber(events), beside: null, bar: { parts: [part(events)] } }
  if (measure === 'reported') return { events, ...reported(cells) }
  if (measure === 'named') {
    const people = intervalIn(cells, 'people', 'people_highest')
    const releases = intervalIn(cells, 'releases', 'releases_highest')
    return { events, text: formatInterval(people), beside: `in ${countedBand(releases, 'release', 'releases')}`, bar: barOf(people) }
  }
  return { events, ...median(cells) }
}

const reported = (cells: Cells): Pick<PivotRow, 'text' | 'beside' | 'bar'> => {
  const best = numberIn(cells, 'reported')
  if (best === null) return { text: 'not stated', beside: null, bar: { parts: [] } }
  const count: Count = {
    best,
    lowest: numberIn(cells, 'lowest') ?? best,
    highest: numberIn(cells, 'highest') ?? best,
    openLow: cells['open_low'] === true,
    openHigh: cells['open_high'] === true,
  }
  const people = numberIn(cells, 'people') === null ? null : intervalIn(cells, 'people', 'people_highest')
  return {
    text: formatCount(count),
    beside: people === null ? null : countedBand(people, 'person', 'people'),
    bar: { parts: [part(best)], ...bandOfCount(count) },
  }
}

const median = (cells: Cells): Pick<PivotRow, 'text' | 'beside' | 'bar'> => {
  const unknown = formatNumber(numberIn(cells, 'not_known') ?? 0)
  const of = formatNumber(numberIn(cells, 'of') ?? 0)
  const lowest = numberIn(cells, 'median_lowest')
  const beside = `of ${of} releases; ${unknown} without both dates`
  if (lowest === null) return { text: 'not known', beside, bar: { parts: [] } }
  const highest = numberIn(cells, 'median_highest')
  const text = highest === null ? `${formatNumber(lowest)} or more` : lowest === highest ? formatNumber(lowest) : `${formatNumber(lowest)} to ${formatNumber(highest)}`
  return { text, beside, bar: { parts: [part(lowest)], ...(highest === lowest ? {} : { band: { lowest, highest } }) } }
}

const part = (value: number) => ({ series: 'all', value })
const barOf = (interval: Interval) => ({ parts: [part(interval.lowest)], ...bandOfInterval(interval) })

const numberIn = (cells: Cells, name: string): number | null => {
  const value = cells[name]
  return typeof value === 'number' ? value : null
}

const intervalIn = (cells: Cells, lowest: string, highest: string): Interval => ({
  lowest: numberIn(cells, lowest) ?? 0,
  highest: numberIn(cells, highest),
})
