import { RecordTitle } from '#client/components/records/record-title.tsx'
import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { SourceTitle } from '#client/components/values/source-title.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { TextOrNotStated, Withheld } from '#client/components/values/text-or-not-stated.tsx'
import { isEmptied } from '#client/lib/unstated-words.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import type { SourceRow } from '#contract/sources.ts'

export const SourceTable = ({
  caption,
  rows,
  sort,
  onSort,
}: {
  caption: string
  rows: readonly SourceRow[]
  sort: string
  onSort: (sort: string) => void
}) => <DataTable caption={caption} columns={sourceColumns} rows={rows} rowKey={({ id }) => id} sort={sort} onSort={onSort} captionHidden />

export const sourceColumns: Column<SourceRow>[] = [
  {
    key: 'title',
    label: 'Source',
    cell: (source) => (
      <RecordTitle
        link={{ to: '/sources/$id', params: { id: source.ref } }}
        note={source.copyOf === null ? source.ref : `${source.ref}, a copy of SRC-${source.copyOf}`}
      >
        <SourceTitle source={source} />
      </RecordTitle>
    ),
  },
  {
    key: 'publisher',
    label: 'Publisher',
    sort: { ascending: 'publisher' },
    cell: (source) => (isEmptied(source) ? <Withheld /> : <TextOrNotStated>{source.publisher}</TextOrNotStated>),
  },
  {
    key: 'published',
    label: 'Published',
    sort: { ascending: 'published', descending: '-published' },
    cell: ({ published }) => <StatedDateText date={published} />,
  },
  {
    key: 'values',
    label: 'Values on it',
    number: true,
    sort: { descending: '-values' },
    cell: ({ values }) => formatNumber(values),
  },
  { key: 'events', label: 'Release events', number: true, cell: ({ events }) => formatNumber(events) },
]
