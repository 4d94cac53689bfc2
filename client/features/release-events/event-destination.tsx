import { PlaceList, refusedWords } from '#client/components/records/place-list.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import type { Evidence } from '#contract/common.ts'
import { leftOver } from '#contract/ledger.ts'
import type { ReleaseEvent, ReleasedPerson } from '#contract/release-events.ts'
import { SaidValue } from './said-value.tsx'

/** Where the release took people, in one line, with every claim and person that says so. */
export const EventDestination = ({ event, alone }: { event: ReleaseEvent; alone: boolean }) => {
  const { country, ledger, people } = event
  const codes = ledger.byDestination.map(({ code }) => code).toSorted()
  const { refused, someNotStated } = leftOver(ledger)
  return (
    <SaidValue
      evidence={evidenceOfPlaces(event)}
      of="the destinations"
      // What would lead to a withheld name is withheld with it.
      stated={ledger.byDestination.some(({ claimed }) => claimed !== null) || people.some((one) => one.detainee.name !== null && isPlaced(one))}
      alone={alone}
    >
      <PlaceList codes={codes} stayedIn={[country]} refused={refusedWords(refused)} othersNotStated={someNotStated} />
    </SaidValue>
  )
}

const isPlaced = ({ destination, destinationState }: ReleasedPerson): boolean =>
  destination !== null || destinationState === 'refused_departure'

/**
 * Each claim by destination says that people went there, whatever its number, and each person
 * placed says it of one. Different places are no contradiction, so no value of theirs is compared.
 */
const evidenceOfPlaces = ({ evidence, counts, people }: ReleaseEvent): Evidence[] =>
  [
    ...counts
      .filter(({ dimension, state }) => dimension === 'destination' && state !== 'rejected')
      .flatMap(({ id }) => evidenceFor(evidence, 'release_count', id)),
    ...people
      .filter(isPlaced)
      .flatMap(({ id }) => evidenceFor(evidence, 'release_person', id, 'destination', 'destinationState')),
  ].map((item) => ({ ...item, asserts: null }))
