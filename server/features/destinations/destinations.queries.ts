import { type Kysely, sql } from 'kysely'
import type { Count, Page } from '#contract/common.ts'
import { countryName } from '#contract/countries.ts'
import type { DestinationFilter, DestinationRow } from '#contract/destinations.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { Records } from '../../db/records.ts'
import { countOf, summedColumns } from '../release-events/numbers.queries.ts'
import { type PlaceNumbers, placeNumbersIn } from './destinations-in-memory.ts'

/** All sources together. */
export const scope = 0

type Place = { readonly code: string; readonly longitude: number | null; readonly latitude: number | null }

/** Every code that an event has as a destination, with where a map writes its name. */
const findPlaces = (db: Kysely<Records>): Promise<Place[]> =>
  db
    .selectFrom('release_event_destination as place')
    .leftJoin('destination', 'destination.code', 'place.destination')
    .where('place.source_id', '=', scope)
    .where('place.destination', '<>', 'not_stated')
    .select([
      'place.destination as code',
      'destination.label_longitude as longitude',
      'destination.label_latitude as latitude',
    ])
    .distinct()
    .execute()

/** What the events of some countries add to each place; `whose` says how the releasing country is to stand to it. */
const findReportedByPlace = async (
  db: Kysely<Records>,
  codes: readonly string[],
  whose: 'anyone' | 'others' | 'own' = 'anyone',
): Promise<Map<string, Count>> => {
  const rows = await db
    .selectFrom('release_number as n')
    .innerJoin('release_event', 'release_event.id', 'n.release_event_id')
    .$if(whose === 'others', (query) => query.whereRef('release_event.country', '<>', 'n.cell'))
    .$if(whose === 'own', (query) => query.whereRef('release_event.country', '=', 'n.cell'))
    .where('n.source_id', '=', scope)
    .where('n.dimension', '=', 'destination')
    .where('n.cell', 'in', codes)
    .select(['n.cell', ...summedColumns])
    .groupBy('n.cell')
    .execute()
  return new Map(rows.map((row) => [row.cell, countOf(row)]))
}

type Events = { readonly events: number; readonly stayedEvents: number }

const countEventsByPlace = async (db: Kysely<Records>, codes: readonly string[]): Promise<Map<string, Events>> => {
  const rows = await db
    .selectFrom('release_event_destination')
    .innerJoin('release_event', 'release_event.id', 'release_event_destination.release_event_id')
    .where('source_id', '=', scope)
    .where('destination', 'in', codes)
    .select([
      'destination',
      sql<number>`COUNT(DISTINCT release_event_id)`.as('events'),
      sql<number>`COUNT(DISTINCT CASE WHEN release_event.country = destination THEN release_event_id END)`.as('stayedEvents'),
    ])
    .groupBy('destination')
    .execute()
  return new Map(rows.map(({ destination, ...counts }) => [destination, counts]))
}

const countNamedByPlace = async (db: Kysely<Records>, codes: readonly string[]): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom('release_named')
    .where('source_id', '=', scope)
    .where('destination', 'in', codes)
    .select([sql<string>`destination`.as('destination'), sql<number>`COUNT(DISTINCT detainee_id)`.as('people')])
    .groupBy('destination')
    .execute()
  return new Map(rows.map((row) => [row.destination, row.people]))
}

/** The countries asked for, whether or not anybody is known to have been taken there. */
const findChosen = async (db: Kysely<Records>, codes: readonly string[]): Promise<Place[]> => {
  const known = new Map((await findPlaces(db)).map((place) => [place.code, place]))
  return [...new Set(codes)].map((code) => known.get(code) ?? { code, longitude: null, latitude: null })
}

type Numbers = (code: string) => PlaceNumbers

const nothing: PlaceNumbers = { reported: null, taken: null, stayed: null, events: 0, stayedEvents: 0, named: 0 }

const findNumbers = async (db: Kysely<Records>, codes: readonly string[]): Promise<Numbers> => {
  const [reported, taken, stayed, events, named] = await Promise.all([
    findReportedByPlace(db, codes),
    findReportedByPlace(db, codes, 'others'),
    findReportedByPlace(db, codes, 'own'),
    countEventsByPlace(db, codes),
    countNamedByPlace(db, codes),
  ])
  return (code) => ({
    reported: reported.get(code) ?? null,
    taken: taken.get(code) ?? null,
    stayed: stayed.get(code) ?? null,
    ...(events.get(code) ?? { events: 0, stayedEvents: 0 }),
    named: named.get(code) ?? 0,
  })
}

/** All destinations, or those asked for: those with the most people first, then by name. */
export const findDestinationRows = async ({ db, events }: RecordFile, chosen?: readonly string[]): Promise<DestinationRow[]> => {
  const columns = await events()
  const places = chosen === undefined ? await findPlaces(db) : await findChosen(db, chosen)
  const numbers = columns ? (code: string) => placeNumbersIn(columns).get(code) ?? nothing : await findNumbers(db, places.map(({ code }) => code))
  return places
    .map((place) => ({ ...place, name: countryName(place.code), ...numbers(place.code) }))
    .toSorted(
      (a, b) => (b.reported?.best ?? -1) - (a.reported?.best ?? -1) || b.named - a.named || (a.name < b.name ? -1 : 1),
    )
}

/** The whole list: there are no more of them than countries. */
export const findDestinations = async (file: RecordFile, { code }: DestinationFilter): Promise<{ data: DestinationRow[]; page: Page }> => {
  const data = await findDestinationRows(file, code)
  return { data, page: { total: data.length, certain: data.length, possible: 0, undated: 0, next: null } }
}
