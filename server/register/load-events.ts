import { statedDate } from '#contract/dates/stated-date.ts'
import type { ReleaseEvent, ReleaseEventCorrection } from '#seed/batch.ts'
import type { Collector } from './load-collector.ts'
import { dateColumns } from './load-dates.ts'

/** A loaded row says of each column what it holds: nobody is said to have been taken on. */
export const noOnwardDate = dateColumns('onward', statedDate(null, 'not_stated'))

const addParts = (
  { add, cite, keys, touch }: Collector,
  id: number,
  { counts, people, notes, evidence }: Pick<ReleaseEvent, 'counts' | 'people' | 'notes' | 'evidence'>,
): void => {
  touch('release_event', id)
  cite('release_event', id, evidence)
  for (const { saidBy, evidence: ofCount, ...count } of counts) {
    cite('release_count', add('release_count', { release_event_id: id, ...count, said_by: saidBy }), ofCount)
  }
  for (const person of people) {
    const personId = add('release_person', {
      release_event_id: id,
      detainee_id: keys.find('detainees', person.detainee),
      destination: person.destination,
      destination_state: person.destinationState,
      departure_mode: person.departureMode,
      ...noOnwardDate,
    })
    cite('release_person', personId, person.evidence)
  }
  for (const { kind, text, saidBy, saidByRole, evidence: ofNote } of notes) {
    const noteId = add('event_note', { release_event_id: id, kind, said_by: saidBy, said_by_role: saidByRole, text })
    cite('event_note', noteId, ofNote)
  }
}

/** Events with their claims, people and notes. */
export const addReleaseEvents = (collector: Collector, events: readonly ReleaseEvent[]): void => {
  for (const event of events) {
    const id = collector.add('release_event', {
      title: event.title,
      ...dateColumns('date', event.date),
      country: event.country,
      basis: event.basis,
      summary: event.summary,
    })
    collector.keys.name('releaseEvents', event.key, id)
    addParts(collector, id, event)
  }
}

/** What corrections set in events of the register, and what they add to them. */
export const correctReleaseEvents = (collector: Collector, corrections: readonly ReleaseEventCorrection[]): void => {
  for (const correction of corrections) {
    const id = collector.keys.find('releaseEvents', correction.corrects)
    const { date, ...values } = correction.set
    collector.change('release_event', id, { ...values, ...(date === undefined ? {} : dateColumns('date', date)) })
    addParts(collector, id, correction)
  }
}
