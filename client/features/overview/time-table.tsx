import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { CountText } from '#client/components/values/count-text.tsx'
import { capitalised } from '#client/lib/capitalised.ts'
import { addCounts } from '#contract/charts/add-counts.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { type TimeRow, timeRows } from '#contract/charts/time-rows.ts'
import { formatUnit } from '#contract/dates/format-date.ts'
import type { ReleaseStats } from '#contract/stats.ts'

const notDatedKey = 'not_dated'

/** The chart's numbers: each unit with releases, what is not dated to it, and the total they make. */
export const TimeTable = ({
  stats,
  caption,
  seriesName,
}: {
  stats: ReleaseStats
  caption: string
  seriesName: (key: string) => string
}) => {
  const { rows, series } = timeRows(stats)
  const known = new Set(series.map(({ key }) => key))
  const notDated: TimeRow = {
    key: notDatedKey,
    events: null,
    reported: addCounts(stats.notDated.map(({ reported }) => reported)),
    parts: Object.fromEntries(
      series.map(({ key }) => [
        key,
        stats.notDated
          .filter(({ split }) => (known.has(split ?? 'not_stated') ? (split ?? 'not_stated') : 'rest') === key)
          .reduce((sum, { reported }) => sum + reported.best, 0),
      ]),
    ),
  }
  const all = [...rows.filter(({ reported }) => reported.highest !== 0 || reported.lowest !== 0 || reported.openHigh), notDated]
  const columns: Column<TimeRow>[] = [
    {
      key: 'unit',
      label: capitalised(stats.by),
      cell: ({ key }) => (key === notDatedKey ? `Not dated to the ${stats.by}` : formatUnit(key)),
      foot: 'Together',
    },
    {
      key: 'reported',
      label: 'Releases as reported',
      number: true,
      cell: ({ reported }) => <CountText count={reported} />,
      foot: <CountText count={stats.total.reported} />,
    },
    ...series.map(({ key }) => ({
      key,
      label: seriesName(key),
      number: true,
      cell: ({ parts }: TimeRow) => formatNumber(parts[key] ?? 0),
      foot: formatNumber(all.reduce((sum, { parts }) => sum + (parts[key] ?? 0), 0)),
    })),
  ]
  return <DataTable caption={`${caption}. Units without a release are left out.`} columns={columns} rows={all} rowKey={({ key }) => key} cards={false} />
}
