import { Link, useParams } from '@tanstack/react-router'
import { CiteButton } from '#client/components/citations/cite-button.tsx'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { RecordActions } from '#client/components/layout/record-actions.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { RecordList } from '#client/components/records/record-list.tsx'
import { RecordFiles } from '#client/components/records/record-files.tsx'
import { RecordSources } from '#client/components/records/record-sources.tsx'
import { RecordTools } from '#client/components/records/record-tools.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import type { SearchText } from '#client/lib/search-params.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { linkLabels } from '#contract/codes.ts'
import { type SanctionsAction, getSanctionsAction } from '#contract/sanctions-actions.ts'
import { SanctionsFacts } from './sanctions-facts.tsx'

export const SanctionsActionPage = () => {
  const { id } = useParams({ strict: false })
  const { kept, dropped } = usePageSearch(getSanctionsAction.query)
  const action = useAnswer(getSanctionsAction, { params: { id: id ?? '' } })
  return (
    <>
      <DroppedNotice dropped={dropped} kept={kept} />
      <Answered query={action} what="the sanctions action" page>
        {(data) => <One action={data} kept={kept} />}
      </Answered>
    </>
  )
}

const One = ({ action, kept }: { action: SanctionsAction; kept: SearchText }) => (
  <>
    <PageHeading title={action.title} above={`Sanctions action ${action.ref}`} />
    <RecordTools title={`${action.title}, sanctions action ${action.ref}`}>
      <CiteButton kept={kept} of="this sanctions action" />
      <RecordFiles endpoint={getSanctionsAction} params={{ id: action.ref }} rest={{ rows: action.evidence.length, of: 'evidence' }} />
    </RecordTools>
    <RecordActions record="sanctions_action" id={action.id} />
    <SanctionsFacts action={action} />
    {action.sameAct.length === 0 ? null : (
      <Section title="Other records of the same act" note="Shown together, counted once">
        <RecordList
          items={action.sameAct}
          itemKey={({ id }) => id}
          line={({ ref, title }) => (
            <Link to="/sanctions-actions/$id" params={{ id: ref }}>
              {title} ({ref})
            </Link>
          )}
        />
      </Section>
    )}
    <Section title="Linked release events" note="What a source says of a link; never that one caused the other">
      {action.releaseEvents.length === 0 ? (
        <Empty title="No source links it to a release." />
      ) : (
        <RecordList
          items={action.releaseEvents}
          itemKey={({ id }) => id}
          line={({ id, relation, releaseEvent: { ref, title } }) => (
            <>
              {linkLabels[relation]}:{' '}
              <Link to="/release-events/$id" params={{ id: ref }}>
                {title}
              </Link>
              <EvidenceMark evidence={evidenceFor(action.evidence, 'release_sanction', id)} of={`the link to ${ref}`} />
            </>
          )}
          small={({ saidBy, releaseEvent: { date } }) => (
            <>
              <StatedDateText date={date} /> ·{' '}
              {saidBy === null ? 'in the words of the source itself; nobody is quoted for it' : `says who: ${saidBy}`}
            </>
          )}
        />
      )}
    </Section>
    <Section title="Sources">
      <RecordSources evidence={action.evidence} />
    </Section>
  </>
)
