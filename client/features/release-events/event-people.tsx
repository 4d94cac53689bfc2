import { Link } from '@tanstack/react-router'
import { AfterRelease } from '#client/components/records/after-release.tsx'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { PersonName } from '#client/components/values/person-name.tsx'
import { Place } from '#client/components/values/place.tsx'
import { Withheld } from '#client/components/values/text-or-not-stated.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import { departureModeLabels } from '#contract/codes.ts'
import type { ReleaseEvent } from '#contract/release-events.ts'
import { SaidValue } from './said-value.tsx'
import styles from './release-event.module.css'

export const EventPeople = ({
  event: { people, evidence, country },
  alone,
}: {
  event: ReleaseEvent
  /** True when one source is heard alone. */
  alone: boolean
}) => (
  <ul className={`${styles.list} ${styles.people}`}>
    {people.map((person) => {
      const { id, detainee, destination, destinationState, departureMode } = person
      const on = (...fields: string[]) => evidenceFor(evidence, 'release_person', id, ...fields)
      const journey = on('destination', 'destinationState', 'departureMode')
      const isPlaced = destination !== null || destinationState !== 'not_stated'
      const who = detainee.name ?? `${detainee.ref}, name withheld`
      return (
        <li key={id}>
          <p>
            <Link to="/detainees/$id" params={{ id: detainee.ref }} className={styles.name ?? ''}>
              <PersonName name={detainee.name} lang={detainee.lang} />
            </Link>
            <EvidenceMark
              evidence={on('releaseEvent', 'releaseEventId', 'detainee', 'detaineeId')}
              of={`the release of ${who}`}
              // What would lead to a withheld name is withheld with it.
              stated={detainee.name !== null}
            />
          </p>
          {detainee.description === null ? null : <p className={styles.small}>{detainee.description}</p>}
          <p>
            {isPlaced && !(alone && journey.length === 0) ? '' : 'Destination '}
            <SaidValue evidence={journey} of={`where ${who} went`} stated={isPlaced && detainee.name !== null} alone={alone}>
              {detainee.name === null && !isPlaced ? <Withheld /> : <Place code={destination} releasedIn={country} state={destinationState} />}
              {departureMode === null ? '' : `, by ${departureModeLabels[departureMode].toLowerCase()}`}
            </SaidValue>
          </p>
          <AfterRelease release={person} evidence={evidence} of={`the release of ${who}`} alone={alone} />
        </li>
      )
    })}
  </ul>
)
