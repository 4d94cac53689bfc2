import { Link, useParams } from '@tanstack/react-router'
import { Facts } from '#client/components/layout/facts.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { formatBytes } from '#client/lib/format-bytes.ts'
import { importKindLabels } from '#contract/import-fields.ts'
import { type Import, importStateLabels } from '#contract/import-view.ts'
import { DiscardImport } from './discard-import.tsx'
import { FoundSummary } from './found-summary.tsx'
import { ImportRows } from './import-rows.tsx'
import { ImportTask } from './import-task.tsx'
import { ReadingForm } from './reading-form.tsx'
import { ReopenImport } from './reopen-import.tsx'
import { TakeBack } from './take-back.tsx'
import { SubmitForm } from './submit-form.tsx'
import { importRef } from '#client/lib/import-ref.ts'
import { useImport } from './use-import.ts'

/** One import, from the file to the proposal. */
export const ImportPage = () => {
  const { id = '' } = useParams({ strict: false })
  const found = useImport(id)
  return (
    <Answered query={found} what="the import" page>
      {(data) => <OneImport of={data} />}
    </Answered>
  )
}

const OneImport = ({ of }: { of: Import }) => {
  const isIdle = of.task === null
  const isChecked = of.state !== 'mapping' && of.state !== 'closed' && of.counts !== null
  return (
    <>
      <PageHeading title={of.fileName} above={`Import ${importRef(of.id)}`} />
      <ImportFacts of={of} />
      {of.message === null ? null : (
        <Notice tone="caution" live>
          <p>{of.message}</p>
        </Notice>
      )}
      <ImportTask of={of} />
      {of.mayEdit && of.preview !== null && of.settings !== null ? (
        <ReadingForm key={`${of.preview.encoding} ${of.preview.delimiter} ${of.settings.sheet}`} of={of} preview={of.preview} settings={of.settings} isIdle={isIdle} />
      ) : null}
      {isChecked ? (
        <>
          <FoundSummary of={of} />
          <ImportRows of={of} />
        </>
      ) : null}
      {of.mayEdit && of.state === 'checked' ? <SubmitForm of={of} /> : null}
      <ReopenImport of={of} />
      <TakeBack of={of} />
      {of.mayEdit && isIdle ? <DiscardImport of={of} /> : null}
    </>
  )
}

const ImportFacts = ({ of }: { of: Import }) => (
  <Section title="The file">
    <Facts
      facts={[
        { label: 'State', value: importStateLabels[of.state] },
        { label: 'Rows are about', value: importKindLabels[of.kind] },
        { label: 'Size', value: formatBytes(of.bytes) },
        { label: 'SHA-256', value: <code>{of.sha256}</code> },
        { label: 'Author', value: of.author.name },
        ...(of.proposalId === null
          ? []
          : [
              {
                label: 'Proposal',
                value: (
                  <Link to="/proposals/$id" params={{ id: `P-${of.proposalId}` }}>
                    P-{of.proposalId}
                  </Link>
                ),
              },
            ]),
      ]}
    />
  </Section>
)
