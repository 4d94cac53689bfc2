import { Fragment, type ReactNode } from 'react'
import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { CountText } from '#client/components/values/count-text.tsx'
import { capitalised } from '#client/lib/capitalised.ts'
import { addCounts, noCount } from '#contract/charts/add-counts.ts'
import type { TimeNotes } from '#contract/charts/time-notes.ts'
import { type TimeRow, partCounts, timeRows } from '#contract/charts/time-rows.ts'
import { notDated } from '#contract/dimensions.ts'
import type { ReleaseStats } from '#contract/stats.ts'
import type { Cumulative } from '#contract/stats-series.ts'
import { RecordLink } from './record-link.tsx'

/** The chart's numbers: each unit with releases, what is not dated to it, and the total they make. */
export const OverTimeTable = ({
  stats,
  caption,
  seriesName,
  notes,
  running,
  unitCell,
}: {
  stats: ReleaseStats
  caption: string
  seriesName: (key: string) => string
  notes: TimeNotes
  running: Cumulative['points'] | null
  unitCell: (key: string) => ReactNode
}) => {
  // Every value a column of its own: a table has room for what a picture takes together.
  const { rows, series } = timeRows(stats, Number.POSITIVE_INFINITY)
  const outside: TimeRow = {
    key: notDated,
    events: null,
    reported: addCounts(stats.notDated.map(({ reported }) => reported)),
    parts: {},
  }
  const byUnit = Map.groupBy(stats.cells, ({ key }) => key).set(notDated, stats.notDated)
  const parts = new Map([...byUnit].map(([key, cells]) => [key, partCounts(cells, series)]))
  const together = partCounts([...stats.cells, ...stats.notDated], series)
  const happened = new Set(stats.cells.map(({ key }) => key))
  const all = [...rows.filter(({ key }) => happened.has(key) || (notes.get(key)?.actions.length ?? 0) > 0), outside]
  const upTo = new Map(running?.map(({ key, reported }) => [key, reported]))
  const columns: Column<TimeRow>[] = [
    {
      key: 'unit',
      label: capitalised(stats.by),
      cell: ({ key }) => (key === notDated ? `Not dated to the ${stats.by}` : unitCell(key)),
      foot: 'Together',
    },
    {
      key: 'reported',
      label: capitalised(stats.unit),
      number: true,
      cell: ({ reported }) => <CountText count={reported} />,
      foot: <CountText count={stats.total.reported} />,
    },
    ...series.map(({ key }) => ({
      key,
      label: seriesName(key),
      number: true,
      cell: (row: TimeRow) => <CountText count={parts.get(row.key)?.[key] ?? noCount} />,
      foot: <CountText count={together[key] ?? noCount} />,
    })),
    ...(running === null
      ? []
      : [
          {
            key: 'running',
            label: 'Added up',
            number: true,
            cell: ({ key }: TimeRow) => {
              const reported = upTo.get(key)
              return reported === undefined ? '' : <CountText count={reported} />
            },
          },
        ]),
  ]
  if (all.some(({ key }) => (notes.get(key)?.actions.length ?? 0) > 0)) columns.push({
    key: 'actions',
    label: 'Sanctions actions, never as a cause',
    cell: ({ key }) =>
      notes.get(key)?.actions.map(({ id, ref, title }, index) => (
        <Fragment key={id}>
          {index === 0 ? '' : ', '}
          <RecordLink of="/sanctions-actions" id={id}>
            <span title={title}>{ref}</span>
          </RecordLink>
        </Fragment>
      )) ?? '',
  })
  return <DataTable caption={`${caption}. A ${stats.by} in which nothing happened is left out.`} columns={columns} rows={all} rowKey={({ key }) => key} cards={false} />
}
