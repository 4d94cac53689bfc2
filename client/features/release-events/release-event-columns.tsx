import { releaseEventColumns } from '#client/components/records/release-event-table.tsx'
import type { Column } from '#client/components/table/data-table.tsx'
import { CountText } from '#client/components/values/count-text.tsx'
import { TextOrNotStated } from '#client/components/values/text-or-not-stated.tsx'
import { basisLabels } from '#contract/codes.ts'
import { listOf } from '#contract/common.ts'
import { type ReleaseEventRow, listReleaseEvents } from '#contract/release-events.ts'
import { z } from '#contract/zod.ts'

const keys = ['title', 'date', 'country', 'destinations', 'reported', 'named', 'basis', 'total'] as const

/** The page's address: what the API takes, and the columns. */
export const releaseEventsSearch = listReleaseEvents.query.safeExtend({ columns: listOf(z.enum(keys)).optional() })

export const defaultColumns: readonly string[] = ['date', 'country', 'destinations', 'reported', 'named']

/** Every column the list can show: those of the table everywhere, and two more. */
export const allColumns = (isRanged: boolean): Column<ReleaseEventRow>[] => [
  ...releaseEventColumns(isRanged),
  { key: 'basis', label: 'Basis', cell: ({ basis }) => <TextOrNotStated>{basisLabels[basis]}</TextOrNotStated> },
  { key: 'total', label: 'Total of the event', number: true, cell: ({ total }) => <CountText count={total} /> },
]
