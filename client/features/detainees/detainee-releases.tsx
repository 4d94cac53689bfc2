import { Link } from '@tanstack/react-router'
import { AfterRelease } from '#client/components/records/after-release.tsx'
import { RecordList } from '#client/components/records/record-list.tsx'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { Country, Place } from '#client/components/values/place.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import type { Detainee } from '#contract/detainees.ts'

export const DetaineeReleases = ({ person: { releases, evidence } }: { person: Detainee }) => (
  <RecordList
    items={releases}
    itemKey={({ id }) => id}
    line={({ id, releaseEvent: { ref, title, date } }) => (
      <>
        <StatedDateText date={date} />:{' '}
        <Link to="/release-events/$id" params={{ id: ref }}>
          {title}
        </Link>
        <EvidenceMark evidence={evidenceFor(evidence, 'release_person', id)} of={`this release, ${ref}`} />
      </>
    )}
    small={({ destination, destinationState, releaseEvent: { country } }) => (
      <>
        Released by <Country code={country} /> · destination:{' '}
        <Place code={destination} releasedIn={country} state={destinationState} />
      </>
    )}
    more={(release) => <AfterRelease release={release} evidence={evidence} of={`this release, ${release.releaseEvent.ref}`} />}
  />
)
