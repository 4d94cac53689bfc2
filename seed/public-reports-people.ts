import { statedDate } from '#contract/dates/stated-date.ts'
import type { ReleasePerson } from './batch.ts'
import type { Detainee } from './detainee.ts'
import { evidenceOf, notStated } from './parts.ts'
import { usedTotalOf } from './public-reports-claims.ts'
import type { ReportedEvent, ReportedPerson } from './public-reports-file.ts'

type Mention = { readonly event: ReportedEvent; readonly source: string; readonly name: string }

const keyOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-')

/** A person without a source of their own is named by the report whose total is used. */
const sourceOf = (person: ReportedPerson, event: ReportedEvent): string => person.source ?? usedTotalOf(event).source

/** Each named person of an event, with the destination and its state where the report gives them. */
export const releasedIn = (event: ReportedEvent): readonly ReleasePerson[] =>
  event.people.map((person) => {
    const { name, destination, destination_state: state } = person
    const source = sourceOf(person, event)
    return {
      detainee: keyOf(name),
      destination: destination ?? null,
      destinationState: state,
      departureMode: null,
      evidence: [
        evidenceOf(source, 'releaseEvent', { asserts: 'named among those released' }),
        ...(destination === undefined ? [] : [evidenceOf(source, 'destination', { asserts: destination })]),
        ...(state === 'not_stated' ? [] : [evidenceOf(source, 'destinationState', { asserts: state })]),
      ],
    }
  })

const detaineeOf = (name: string, mentions: readonly Mention[], last: Mention): Detainee => ({
  key: keyOf(name),
  names: [
    {
      text: name,
      lang: 'und',
      script: 'Latn',
      kind: 'primary',
      evidence: [...new Set(mentions.map(({ source }) => source))].map((source) =>
        evidenceOf(source, 'text', { asserts: name }),
      ),
    },
  ],
  sex: 'not_stated',
  birth: notStated,
  citizenships: [],
  description: null,
  occupation: null,
  status: 'released',
  // The day of the release is the event's; the report on it says who was released.
  statusAsOf: statedDate(last.event.date, 'inferred'),
  visibility: 'public',
  detentions: [],
  recognitions: [],
  evidence: [
    evidenceOf(last.source, 'status', { asserts: 'released' }),
    evidenceOf(usedTotalOf(last.event).source, 'statusAsOf', { asserts: last.event.date }),
  ],
})

/** Everyone whom the reports name, once each; their status is that of the last event, the file being in order of date. */
export const detaineesOf = (events: readonly ReportedEvent[]): readonly Detainee[] => {
  const mentions = events.flatMap((event) =>
    event.people.map((person) => ({ event, name: person.name, source: sourceOf(person, event) })),
  )
  return [...Map.groupBy(mentions, ({ name }) => name)].flatMap(([name, own]) => {
    const last = own.at(-1)
    return last === undefined ? [] : [detaineeOf(name, own, last)]
  })
}
