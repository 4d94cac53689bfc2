import { Link } from '@tanstack/react-router'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { formatMoment } from '#client/lib/format-moment.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { importKindLabels } from '#contract/import-fields.ts'
import { type ImportSummary, importStateLabels } from '#contract/import-view.ts'
import { listImports } from '#contract/imports.ts'
import { importRef } from '#client/lib/import-ref.ts'
import { UploadForm } from './upload-form.tsx'

const columns: readonly Column<ImportSummary>[] = [
  {
    key: 'file',
    label: 'File',
    cell: ({ id, fileName }) => (
      <Link to="/imports/$id" params={{ id: importRef(id) }}>
        {fileName}
      </Link>
    ),
  },
  { key: 'kind', label: 'Rows are about', cell: ({ kind }) => importKindLabels[kind] },
  { key: 'state', label: 'State', cell: ({ state }) => importStateLabels[state] },
  { key: 'rows', label: 'Rows', number: true, cell: ({ counts }) => (counts === null ? '–' : formatNumber(counts.rows)) },
  { key: 'author', label: 'Author', cell: ({ author }) => author.name },
  { key: 'updated', label: 'Last change', cell: ({ updatedAt }) => formatMoment(updatedAt) },
]

/** Files that were sent, and a place to send another. */
export const ImportsPage = () => {
  const imports = useAnswer(listImports)
  return (
    <>
      <PageHeading title="Imports">
        <p>Lists of people and releases, checked row by row, proposed as one and undone as one.</p>
      </PageHeading>
      <Section title="Send a file">
        <UploadForm />
      </Section>
      <Section title="Files sent so far">
        <Answered query={imports} what="the imports">
          {({ data }) =>
            data.length === 0 ? (
              <Empty title="No file was sent yet." />
            ) : (
              <DataTable caption="Imports" captionHidden columns={columns} rows={data} rowKey={({ id }) => id} />
            )
          }
        </Answered>
      </Section>
    </>
  )
}
