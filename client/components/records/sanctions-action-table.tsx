import type { ReactNode } from 'react'
import { actionStatusLabels, authorityLabels } from '#contract/codes.ts'
import type { SanctionsActionRow } from '#contract/sanctions-actions.ts'
import { type Column, DataTable } from '../table/data-table.tsx'
import { StatedDateText } from '../values/stated-date-text.tsx'
import { TextOrNotStated } from '../values/text-or-not-stated.tsx'
import { CertaintyNote } from './certainty-note.tsx'
import { RecordTitle } from './record-title.tsx'
import styles from './record-lists.module.css'

export const SanctionsActionTable = ({
  caption,
  rows,
  isRanged = false,
  sort,
  onSort,
}: {
  caption: ReactNode
  rows: readonly SanctionsActionRow[]
  isRanged?: boolean
  sort?: string
  onSort?: (sort: string) => void
}) => (
  <DataTable
    caption={caption}
    columns={columns(isRanged)}
    rows={rows}
    rowKey={({ id }) => id}
    captionHidden={onSort !== undefined}
    {...(sort === undefined || onSort === undefined ? {} : { sort, onSort })}
  />
)

const columns = (isRanged: boolean): Column<SanctionsActionRow>[] => [
  {
    key: 'title',
    label: 'Sanctions action',
    cell: ({ title, ref, refersTo }) => (
      <>
        <RecordTitle link={{ to: '/sanctions-actions/$id', params: { id: ref } }} note={ref}>
          {title}
        </RecordTitle>
        {refersTo === null ? null : <span className={styles.of}> same act as S-{refersTo}, counted once</span>}
      </>
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
  { key: 'authority', label: 'Authority', cell: ({ authority }) => authorityLabels[authority] },
  { key: 'target', label: 'Target', cell: ({ target }) => <TextOrNotStated>{target}</TextOrNotStated> },
  {
    key: 'status',
    label: 'Status',
    cell: ({ status }) => <TextOrNotStated>{actionStatusLabels[status]}</TextOrNotStated>,
  },
  { key: 'linkedEvents', label: 'Linked releases', number: true, cell: ({ linkedEvents }) => linkedEvents },
]
