import { Link } from '@tanstack/react-router'
import { RecordList } from '#client/components/records/record-list.tsx'
import { PersonName } from '#client/components/values/person-name.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { destinationStateLabels } from '#contract/codes.ts'
import type { Destination } from '#contract/destinations.ts'

const stateWords = (state: string): string =>
  (destinationStateLabels as Readonly<Record<string, string>>)[state] ?? 'Not stated'

export const DestinationPeople = ({ people }: { people: Destination['people'] }) => (
  <RecordList
    items={people}
    itemKey={({ id, releaseEvent }) => `${id} ${releaseEvent.id}`}
    line={({ ref, name, lang }) => (
      <Link to="/detainees/$id" params={{ id: ref }}>
        <PersonName name={name} lang={lang} />
      </Link>
    )}
    small={({ destinationState, stayed, releaseEvent: { ref, title, date } }) => (
      <>
        {stayed ? 'Stayed' : destinationState === 'not_stated' ? 'Arrival not stated' : stateWords(destinationState)} ·{' '}
        <Link to="/release-events/$id" params={{ id: ref }}>
          {title}
        </Link>{' '}
        · <StatedDateText date={date} />
      </>
    )}
  />
)
