import type { ReactNode } from 'react'
import type { ReleaseEventRow } from '#contract/release-events.ts'
import { type Column, DataTable } from '../table/data-table.tsx'
import { formatNumber } from '#contract/charts/format-count.ts'
import { CountText } from '../values/count-text.tsx'
import { Country } from '../values/place.tsx'
import { StatedDateText } from '../values/stated-date-text.tsx'
import { CertaintyNote } from './certainty-note.tsx'
import { PlaceList, refusedWords } from './place-list.tsx'
import { RecordTitle } from './record-title.tsx'
import styles from './record-lists.module.css'

/** Release events, one a row. `reported` is what the filter counts; the event's own total stands beside it. */
export const ReleaseEventTable = ({
  caption,
  rows,
  isRanged = false,
}: {
  caption: ReactNode
  rows: readonly ReleaseEventRow[]
  /** True under a date filter. */
  isRanged?: boolean
}) => (
  <DataTable
    caption={caption}
    columns={releaseEventColumns(isRanged)}
    rows={rows}
    rowKey={({ id }) => id}
  />
)

export const releaseEventColumns = (isRanged: boolean): Column<ReleaseEventRow>[] => [
  {
    key: 'title',
    label: 'Release event',
    sort: { ascending: 'title', descending: '-title', first: 'ascending' },
    cell: ({ title, ref }) => (
      <RecordTitle link={{ to: '/release-events/$id', params: { id: ref } }} note={ref}>
        {title}
      </RecordTitle>
    ),
  },
  {
    key: 'date',
    label: 'Date',
    sort: { ascending: 'date', descending: '-date' },
    cell: ({ date, certainty }) => (
      <>
        <StatedDateText date={date} />
        <CertaintyNote certainty={certainty} isRanged={isRanged} />
      </>
    ),
  },
  { key: 'country', label: 'Released by', cell: ({ country }) => <Country code={country} /> },
  {
    key: 'destinations',
    label: 'Destination',
    cell: ({ destinations, country, refused, othersNotStated }) => (
      <PlaceList codes={destinations} stayedIn={[country]} refused={refusedWords(refused)} othersNotStated={othersNotStated} />
    ),
  },
  {
    key: 'reported',
    label: 'Released, as reported',
    number: true,
    sort: { ascending: 'reported', descending: '-reported' },
    cell: (row) => <Reported row={row} />,
  },
  { key: 'named', label: 'On record', number: true, cell: ({ named }) => named },
]

const Reported = ({ row: { reported, total } }: { row: ReleaseEventRow }) => (
  <>
    <CountText count={reported} />
    {reported !== null && total !== null && reported.best !== total.best ? (
      <span className={`${styles.of} ${styles.below}`}>
        {' '}
        of {formatNumber(total.best)} in all
      </span>
    ) : null}
  </>
)
