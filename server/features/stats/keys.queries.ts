import { type Kysely, sql } from 'kysely'
import { type Dimension, isTime, notLinked, refusedDeparture } from '#contract/dimensions.ts'
import { unitOf } from '#contract/dates/stated-date.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { Records } from '../../db/records.ts'
import { scopeOf } from '../release-events/release-events.filter.ts'
import type { Counted } from './counted.ts'
import { type EventFact, type Fact, type PeopleFacts, type Which, idsOf, matches } from './people-facts.queries.ts'
import { type People, isOne, isOneOrMerged } from './some-people.ts'

/** The values under which an event, or a person in it, stands; null where a date lies in no one unit. */
export type Keys = {
  readonly ofEvent: (event: EventFact) => readonly (string | null)[]
  readonly ofFact: (fact: Fact) => readonly (string | null)[]
}

type Row = { readonly id: number; readonly value: string | null }

const grouped = (rows: readonly Row[], none: string): ((id: number) => readonly string[]) => {
  const values = Map.groupBy(rows, ({ id }) => id)
  return (id) => values.get(id)?.map(({ value }) => value ?? none) ?? [none]
}

const matchingEvents = (file: RecordFile, query: Counted, which: Which) =>
  file.db.selectFrom('release_event').where(matches(query, file, which))

const findPlaces = (file: RecordFile, query: Counted, which: Which): Promise<Row[]> =>
  matchingEvents(file, query, which)
    .innerJoin('release_event_destination as place', 'place.release_event_id', 'release_event.id')
    .where('place.source_id', '=', scopeOf(query))
    .$if(query.destination !== undefined, (select) => select.where('place.destination', 'in', query.destination ?? []))
    .select(['release_event.id', 'place.destination as value'])
    .execute()

const findAuthorities = (file: RecordFile, query: Counted, which: Which): Promise<Row[]> =>
  matchingEvents(file, query, which)
    .innerJoin('release_sanction as link', 'link.release_event_id', 'release_event.id')
    .innerJoin('sanctions_action as action', 'action.id', 'link.sanctions_action_id')
    .$if(query.sanctionsAuthority !== undefined, (select) =>
      select.where('action.authority', 'in', query.sanctionsAuthority ?? []),
    )
    .select(['release_event.id', 'action.authority as value'])
    .distinct()
    .execute()

const findPopulations = (file: RecordFile, query: Counted, which: Which): Promise<Row[]> =>
  matchingEvents(file, query, which)
    .innerJoin('release_number as whole', (join) =>
      join
        .onRef('whole.release_event_id', '=', 'release_event.id')
        .on('whole.source_id', '=', scopeOf(query))
        .on('whole.dimension', '=', 'total'),
    )
    .innerJoin('release_count as counted', 'counted.id', 'whole.claim_id')
    .select(['release_event.id', 'counted.population as value'])
    .execute()

const findColumn = (db: Kysely<Records>, people: People, column: 'sex' | 'occupation'): Promise<Row[]> =>
  db.selectFrom('detainee').where(isOne('detainee.id', people)).select(['id', `${column} as value`]).execute()

const keptId = sql<number>`coalesce(held.merged_into, held.id)`

const findArticles = (db: Kysely<Records>, people: People): Promise<Row[]> =>
  db
    .selectFrom('detainee as held')
    .innerJoin('detention', 'detention.detainee_id', 'held.id')
    .innerJoin('charge', 'charge.detention_id', 'detention.id')
    .where(isOneOrMerged('held.id', people))
    .select([keptId.as('id'), 'charge.article as value'])
    .distinct()
    .execute()

const findNationalities = (db: Kysely<Records>, people: People): Promise<Row[]> =>
  db
    .selectFrom('detainee as held')
    .innerJoin('detainee_citizenship as citizen', 'citizen.detainee_id', 'held.id')
    .where(isOneOrMerged('held.id', people))
    .select([keptId.as('id'), 'citizen.country as value'])
    .distinct()
    .execute()

const ofEvents = (of: (event: EventFact) => readonly (string | null)[]): Keys => ({
  ofEvent: of,
  ofFact: ({ event }) => of(event),
})

/** An event stands under what its people are, once for each value. */
const ofPeople = (of: (id: number) => readonly string[], { facts }: PeopleFacts): Keys => {
  const byEvent = Map.groupBy(facts, ({ event }) => event.id)
  return {
    ofEvent: ({ id }) => [...new Set(byEvent.get(id)?.flatMap(({ person }) => of(person)) ?? [])],
    ofFact: ({ person }) => of(person),
  }
}

const ofPlaces = async (file: RecordFile, query: Counted, which: Which, { facts }: PeopleFacts): Promise<Keys> => {
  const places = Map.groupBy(await findPlaces(file, query, which), ({ id }) => id)
  const refused = new Set(facts.filter(({ destination }) => destination === refusedDeparture).map(({ event }) => event.id))
  return {
    ofEvent: ({ id }) => [
      ...(places.get(id)?.map(({ value }) => value) ?? []),
      ...(refused.has(id) ? [refusedDeparture] : []),
    ],
    ofFact: ({ destination }) => [destination],
  }
}

/** How the rows of people under a filter fall into the values of a dimension. */
export const findKeys = async (
  file: RecordFile,
  query: Counted,
  dimension: Dimension,
  people: PeopleFacts,
  which: Which = 'matching',
): Promise<Keys> => {
  if (isTime(dimension)) {
    return ofEvents(({ date }) => [unitOf({ ...date, basis: 'stated' }, dimension)])
  }
  const notStated = 'not_stated'
  switch (dimension) {
    case 'destination':
      return ofPlaces(file, query, which, people)
    case 'country':
    case 'basis':
      return ofEvents((event) => [event[dimension]])
    case 'sanctionsAuthority': {
      const of = grouped(await findAuthorities(file, query, which), notLinked)
      return ofEvents(({ id }) => of(id))
    }
    case 'population': {
      const of = grouped(await findPopulations(file, query, which), notStated)
      return ofEvents(({ id }) => of(id))
    }
    case 'sex':
    case 'occupation':
      return ofPeople(grouped(await findColumn(file.db, idsOf(people), dimension), notStated), people)
    case 'article':
      return ofPeople(grouped(await findArticles(file.db, idsOf(people)), notStated), people)
    case 'nationality':
      return ofPeople(grouped(await findNationalities(file.db, idsOf(people)), notStated), people)
  }
}
