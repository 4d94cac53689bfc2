import type { ReactNode } from 'react'
import { RecordTitle } from '#client/components/records/record-title.tsx'
import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { PersonName } from '#client/components/values/person-name.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { TextOrNotStated } from '#client/components/values/text-or-not-stated.tsx'
import { statusLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import type { DetaineeRow } from '#contract/detainees.ts'

export const DetaineeTable = ({
  caption,
  rows,
  sort,
  onSort,
}: {
  caption: ReactNode
  rows: readonly DetaineeRow[]
  sort: string
  onSort: (sort: string) => void
}) => <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} sort={sort} onSort={onSort} captionHidden />

const columns: Column<DetaineeRow>[] = [
  {
    key: 'name',
    label: 'Name',
    sort: { ascending: 'name', descending: '-name' },
    cell: ({ name, lang, ref }) => (
      <RecordTitle link={{ to: '/detainees/$id', params: { id: ref } }} note={ref}>
        <PersonName name={name} lang={lang} />
      </RecordTitle>
    ),
  },
  { key: 'description', label: 'Who', cell: ({ occupation, description }) => <TextOrNotStated>{occupation ?? description}</TextOrNotStated> },
  { key: 'status', label: 'Status', cell: ({ status }) => <TextOrNotStated>{statusLabels[status]}</TextOrNotStated> },
  { key: 'arrested', label: 'First arrest', cell: ({ arrested }) => <StatedDateText date={arrested} /> },
  {
    key: 'released',
    label: 'Last release',
    sort: { ascending: 'released', descending: '-released' },
    cell: ({ releases, lastReleased }) =>
      releases === 0 ? 'none on record' : <StatedDateText date={lastReleased} />,
  },
  {
    key: 'destinations',
    label: 'Destination',
    cell: ({ destinations, releases }) =>
      releases === 0 ? '–' : (
        <TextOrNotStated>{destinations.filter((code) => code !== 'not_stated').map(countryName).join(', ')}</TextOrNotStated>
      ),
  },
]
