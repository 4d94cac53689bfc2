import { Link, useParams } from '@tanstack/react-router'
import { CiteButton } from '#client/components/citations/cite-button.tsx'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { Facts } from '#client/components/layout/facts.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { ReleaseEventTable } from '#client/components/records/release-event-table.tsx'
import { RecordFiles } from '#client/components/records/record-files.tsx'
import { RecordTools } from '#client/components/records/record-tools.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import type { SearchText } from '#client/lib/search-params.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { type Destination, getDestination } from '#contract/destinations.ts'
import { DestinationPeople } from './destination-people.tsx'
import { Stayed, Taken, wasTakenTo } from './taken-or-stayed.tsx'

/** The contract gives at most so many of each; the lists have the rest. */
const most = 200

export const DestinationPage = () => {
  const { code } = useParams({ strict: false })
  const { kept, dropped } = usePageSearch(getDestination.query)
  const destination = useAnswer(getDestination, { params: { code: code ?? '' } })
  return (
    <>
      <DroppedNotice dropped={dropped} kept={kept} />
      <Answered query={destination} what="the destination" page>
        {(data) => <One destination={data} kept={kept} />}
      </Answered>
    </>
  )
}

const One = ({ destination, kept }: { destination: Destination; kept: SearchText }) => {
  const { code, name, events, stayedEvents, named, releaseEvents, people } = destination
  return (
    <>
      <PageHeading title={name} above={`Destination ${code}`} />
      <RecordTools title={`${name}, destination ${code}`}>
        <CiteButton kept={kept} of="this destination" />
        <RecordFiles endpoint={getDestination} params={{ code }} rest={{ rows: releaseEvents.length, of: 'release events' }} />
      </RecordTools>
      {stayedEvents > 0 ? (
        <Notice>{name} released people itself. Where it did, they stayed: nobody was taken there by those events.</Notice>
      ) : null}
      <Facts
        facts={[
          ...(wasTakenTo(destination) ? [{ label: 'Taken there, as reported', value: <Taken row={destination} /> }] : []),
          ...(stayedEvents > 0 ? [{ label: 'Stayed, as reported', value: <Stayed row={destination} /> }] : []),
          { label: 'Release events', value: formatNumber(events) },
          { label: 'People on record', value: formatNumber(named) },
        ]}
      />
      <Section
        title="Release events"
        aside={
          <Link to="/release-events" search={{ destination: code }}>
            As a list to filter
          </Link>
        }
      >
        {releaseEvents.length === 0 ? (
          <Empty title="No release event is on record for it." />
        ) : (
          <ReleaseEventTable
            caption={
              releaseEvents.length < most
                ? 'Released, as reported, is the part of each event that was taken there or stayed.'
                : `The latest ${most}. Released, as reported, is the part of each event that was taken there or stayed.`
            }
            rows={releaseEvents}
          />
        )}
      </Section>
      <Section
        title="People on record"
        aside={
          <Link to="/detainees" search={{ destination: code }}>
            As a list to filter
          </Link>
        }
      >
        {people.length === 0 ? <Empty title="Nobody is on record with it as destination." /> : <DestinationPeople people={people} />}
      </Section>
    </>
  )
}
