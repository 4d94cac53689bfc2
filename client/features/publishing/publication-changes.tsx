import { Notice } from '#client/components/layout/notice.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { formatMoment } from '#client/lib/format-moment.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import type { PublicationPreview } from '#contract/publishing.ts'
import { NamedTexts } from './named-texts.tsx'
import styles from './publishing.module.css'

type Headline = PublicationPreview['headline'][number]
type Changeset = PublicationPreview['changesets'][number]

const numberOf = (value: number | null): string => (value === null ? 'none' : formatNumber(value))

const movement = ({ before, after }: Headline): string => {
  if (before === null || after === null || before === after) return 'unchanged'
  return after > before ? `+${formatNumber(after - before)}` : formatNumber(after - before)
}

const headlineColumns: readonly Column<Headline>[] = [
  { key: 'label', label: 'Number', cell: (row) => row.label },
  { key: 'before', label: 'Public now', number: true, cell: (row) => numberOf(row.before) },
  { key: 'after', label: 'After publishing', number: true, cell: (row) => numberOf(row.after) },
  { key: 'movement', label: 'Change', number: true, cell: movement },
]

const changesetColumns: readonly Column<Changeset>[] = [
  { key: 'reason', label: 'What was approved', cell: (row) => row.reason },
  { key: 'kind', label: 'Kind', cell: (row) => row.kind.replaceAll('_', ' ') },
  { key: 'author', label: 'Author', cell: (row) => row.author },
  { key: 'made', label: 'Approved', cell: (row) => formatMoment(row.madeAt) },
]

/** What the public would see change: the headline numbers, what was approved since, and what speaks against it. */
export const PublicationChanges = ({ preview }: { preview: PublicationPreview }) => (
  <div className={styles.changes}>
    {preview.refusals.length === 0 ? null : <NamedTexts texts={preview.refusals} />}
    {preview.warnings.length === 0 ? null : (
      <Notice tone="caution">
        <p>
          <strong>Look at this before you publish:</strong>
        </p>
        <ul className={styles.list}>
          {preview.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      </Notice>
    )}
    <DataTable
      caption={`Headline numbers, now and in edition ${preview.nextNumber}`}
      columns={headlineColumns}
      rows={preview.headline}
      rowKey={(row) => row.label}
      cards={false}
    />
    {preview.changesets.length === 0 ? (
      <Empty title="Nothing was approved since the last edition." />
    ) : (
      <DataTable
        caption="Approved since the last edition"
        columns={changesetColumns}
        rows={preview.changesets}
        rowKey={(row) => row.id}
      />
    )}
  </div>
)
