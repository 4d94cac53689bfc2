import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { CountText } from '#client/components/values/count-text.tsx'
import { capitalised } from '#client/lib/capitalised.ts'
import { addCounts, noCount } from '#contract/charts/add-counts.ts'
import { partCounts, timeRows } from '#contract/charts/time-rows.ts'
import type { Count } from '#contract/common.ts'
import { formatUnit } from '#contract/dates/format-date.ts'
import type { ReleaseStats, StatCell } from '#contract/stats.ts'

const notDatedKey = 'not_dated'

type Row = { readonly key: string; readonly reported: Count; readonly parts: Readonly<Record<string, Count>> }

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
  const rowOf = (key: string, cells: readonly StatCell[]): Row => ({
    key,
    reported: addCounts(cells.map(({ reported }) => reported)),
    parts: partCounts(cells, series),
  })
  const cellsOf = Map.groupBy(stats.cells, ({ key }) => key)
  const all = [
    ...rows
      .map(({ key }) => rowOf(key, cellsOf.get(key) ?? []))
      .filter(({ reported }) => reported.highest !== 0 || reported.lowest !== 0 || reported.openHigh),
    rowOf(notDatedKey, stats.notDated),
  ]
  const columns: Column<Row>[] = [
    {
      key: 'unit',
      label: capitalised(stats.by),
      cell: ({ key }) => (key === notDatedKey ? `Not dated to the ${stats.by}, or only about so` : formatUnit(key)),
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
      cell: ({ parts }: Row) => <CountText count={parts[key] ?? noCount} />,
      foot: <CountText count={addCounts(all.map(({ parts }) => parts[key] ?? noCount))} />,
    })),
  ]
  return (
    <DataTable
      caption={`${caption}. A ${stats.by} without releases has no row.`}
      columns={columns}
      rows={all}
      rowKey={({ key }) => key}
      cards={false}
    />
  )
}
