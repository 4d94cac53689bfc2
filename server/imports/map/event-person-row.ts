import type { ImportSettings } from '#contract/import-settings.ts'
import type { ReleasePerson } from '#seed/batch.ts'
import { type Report, problemAt, problemOfRow } from './cell.ts'
import { type PersonRow, readPerson } from './person-row.ts'
import type { CellReader } from './read-cells.ts'
import { say } from './say.ts'

/** Someone released in an event, as one row says. */
export type EventPersonRow = {
  readonly person: PersonRow
  /** `R-12`, or the event's title; null where the row names none. */
  readonly event: string | null
  readonly release: Omit<ReleasePerson, 'detainee'>
}

/** Reads a row about a person in a release event. */
export const readEventPerson = (
  cells: CellReader,
  settings: Pick<ImportSettings, 'country' | 'visibility'>,
  today: string,
  report: Report,
): EventPersonRow => {
  const event = cells.text('event')
  const destination = cells.country('destination')
  const state = cells.code('destinationState')
  const mode = cells.code('departureMode')
  if (event === null && !cells.hasCell('event')) {
    report(problemOfRow({ code: 'no_event', reason: 'This row does not say in which release event the person was. Write its number, such as R-12, or its title.' }))
  }
  const cell = cells.cellOf('destination')
  if (state?.value === 'refused_departure' && destination !== null && cell !== undefined) {
    report(problemAt(cell, { code: 'refused_and_taken', reason: 'Someone who refused to leave has no destination. Empty this, or correct the state of the journey.', suggestion: '' }))
  }
  return {
    person: readPerson(cells, settings, today, report),
    event: event?.value ?? null,
    release: {
      destination: destination?.value ?? null,
      destinationState: (state?.value ?? 'not_stated') as ReleasePerson['destinationState'],
      departureMode: (mode?.value ?? null) as ReleasePerson['departureMode'],
      evidence: [
        ...say('releaseEvent', event, null),
        ...say('destination', destination, destination?.value ?? null),
        ...say('destinationState', state, state?.value ?? null),
        ...say('departureMode', mode, mode?.value ?? null),
      ],
    },
  }
}
