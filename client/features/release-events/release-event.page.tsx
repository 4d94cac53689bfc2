import { useParams } from '@tanstack/react-router'
import { CiteButton } from '#client/components/citations/cite-button.tsx'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { RecordActions } from '#client/components/layout/record-actions.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { RecordFiles } from '#client/components/records/record-files.tsx'
import { RecordTools } from '#client/components/records/record-tools.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import type { SearchText } from '#client/lib/search-params.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { getReleaseEventExports } from '#contract/exports.ts'
import { type ReleaseEvent, getReleaseEvent, listReleaseEvents } from '#contract/release-events.ts'
import { EventClaims } from './event-claims.tsx'
import { EventFacts } from './event-facts.tsx'
import { EventLedger } from './event-ledger.tsx'
import { EventNotes } from './event-notes.tsx'
import { EventPeople } from './event-people.tsx'
import { EventSanctions } from './event-sanctions.tsx'
import { EventSources } from './event-sources.tsx'
import { releaseEventSearch } from './release-event.search.ts'
import { SourceAlone } from './source-alone.tsx'

export const ReleaseEventPage = () => {
  const { id } = useParams({ strict: false })
  const { kept, dropped } = usePageSearch(releaseEventSearch)
  const event = useAnswer(getReleaseEvent, { params: { id: id ?? '' }, query: kept })
  return (
    <>
      <DroppedNotice dropped={dropped} kept={kept} />
      <Answered query={event} what="the release event" page>
        {(data) => <Event event={data} source={kept['source'] ?? null} kept={kept} />}
      </Answered>
    </>
  )
}

const Event = ({ event, source, kept }: { event: ReleaseEvent; source: string | null; kept: SearchText }) => (
  <>
    <PageHeading title={event.title} above={`Release event ${event.ref}`}>
      {event.summary === null ? null : (
        <p>
          {event.summary}
          <EvidenceMark evidence={evidenceFor(event.evidence, 'release_event', event.id, 'summary')} of="the summary" />
        </p>
      )}
    </PageHeading>
    <RecordActions record="release_event" id={event.id} />
    <RecordTools title={`${event.title}, release event ${event.ref}${source === null ? '' : `, as ${source} alone tells it`}`}>
      <CiteButton kept={kept} of="this release event" />
      <RecordFiles
        endpoint={getReleaseEvent}
        params={{ id: event.ref }}
        {...(source === null ? {} : { query: { source } })}
        rest={{ rows: event.evidence.length, of: 'evidence' }}
        {...(source === null ? { packaged: { list: listReleaseEvents, sizes: getReleaseEventExports, id: event.id } } : {})}
      />
    </RecordTools>
    {source === null ? null : <SourceAlone source={source} />}
    <EventFacts event={event} alone={source !== null} />
    <Section title="Who is accounted for">
      <EventLedger event={event} />
    </Section>
    <Section title="What the sources claim" note="Every number that was found, used or not">
      {event.counts.length === 0 ? <Empty title="No source gives a number." /> : <EventClaims event={event} />}
    </Section>
    <Section title="People" note={event.people.length === 0 ? undefined : `${event.people.length} on record`}>
      {event.people.length === 0 ? (
        <Empty title="No source in the register names anyone in this release." />
      ) : (
        <EventPeople event={event} alone={source !== null} />
      )}
    </Section>
    <Section title="Linked sanctions actions" note="What a source says of a link; never that one caused the other">
      {event.sanctions.length === 0 ? (
        <Empty title="No source links this release to a sanctions action." />
      ) : (
        <EventSanctions event={event} />
      )}
    </Section>
    {event.notes.length === 0 ? null : <EventNotes event={event} />}
    <Section title="Sources" note="Each can be heard alone">
      <EventSources event={event} />
    </Section>
  </>
)
