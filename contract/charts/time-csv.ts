import type { Count } from '../common.ts'
import { formatUnit } from '../dates/format-date.ts'
import type { ReleaseStats } from '../stats.ts'
import { addCounts } from './add-counts.ts'
import { csvText } from './chart-csv.ts'
import { type TimeCell, type TimeStats, timeRows } from './time-rows.ts'

type Given = TimeStats &
  Pick<ReleaseStats, 'unit'> & { readonly notDated: readonly TimeCell[]; readonly total: { readonly reported: Count } }

/** The numbers of a chart over time: a row for each unit, one for what is not dated to it, and the total. */
export const timeCsv = (stats: Given, seriesName: (key: string) => string): string => {
  const { rows, series } = timeRows(stats, Number.POSITIVE_INFINITY)
  const notDatedPart = (key: string): number =>
    stats.notDated.filter(({ split }) => (split ?? 'not_stated') === key).reduce((sum, { reported }) => sum + reported.best, 0)
  const line = (key: string, label: string, reported: Count, parts: (key: string) => number) => [
    key,
    label,
    reported.lowest,
    reported.best,
    reported.highest,
    reported.openLow ? 'yes' : 'no',
    reported.openHigh ? 'yes' : 'no',
    ...series.map((one) => parts(one.key)),
  ]
  const partTotal = (key: string): number => notDatedPart(key) + (series.find((one) => one.key === key)?.total ?? 0)
  return csvText(
    [stats.by, 'label', 'lowest', 'used', 'highest', 'lowest_is_open', 'highest_is_open', ...series.map(({ key }) => seriesName(key))],
    [
      ...rows.map((row) => line(row.key, formatUnit(row.key), row.reported, (key) => row.parts[key] ?? 0)),
      line('not_dated', `Not dated to the ${stats.by}`, addCounts(stats.notDated.map(({ reported }) => reported)), notDatedPart),
      line('total', stats.unit, stats.total.reported, partTotal),
    ],
  )
}
