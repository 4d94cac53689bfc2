import { sql } from 'kysely'
import type { Count } from '#contract/common.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { Overview } from '#contract/stats.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { countOf, summedColumns } from '../release-events/numbers.queries.ts'
import {
  countedCells,
  matchesReleaseEvents,
  scopeOf,
} from '../release-events/release-events.filter.ts'
import { countReleaseEvents, findReleaseEventRows } from '../release-events/release-events.queries.ts'
import { findSanctionsActionRows } from '../sanctions-actions/sanctions-actions.queries.ts'
import { findReleaseStats, findTally } from './stats.queries.ts'

const latest = 8

/** The numbers by who they count: prisoners, political prisoners, detainees, or not stated. */
const countByPopulation = async ({ db, search }: RecordFile, filter: ReleaseEventFilter) => {
  const rows = await db
    .selectFrom('release_event')
    .innerJoin('release_number as n', (join) =>
      join.onRef('n.release_event_id', '=', 'release_event.id').on(sql<boolean>`${countedCells(filter)}`),
    )
    .leftJoin('release_count as claim', 'claim.id', 'n.claim_id')
    .where(matchesReleaseEvents(filter, search))
    .select([
      sql<string>`coalesce(claim.population, 'not_stated')`.as('population'),
      sql<number>`COUNT(DISTINCT release_event.id)`.as('events'),
      ...summedColumns,
    ])
    .groupBy(sql`1`)
    .orderBy(sql`SUM(n.best) DESC`)
    .execute()
  return rows.map((row) => ({
    population: row.population as Overview['byPopulation'][number]['population'],
    events: row.events,
    reported: countOf(row),
  }))
}

/** Distinct people and their releases: someone released twice is one person in two releases. */
const countNamedPeople = async ({ db, search }: RecordFile, filter: ReleaseEventFilter) => {
  const row = await db
    .selectFrom('release_event')
    .innerJoin('release_named as p', 'p.release_event_id', 'release_event.id')
    .where('p.source_id', '=', scopeOf(filter))
    .$if(filter.destination !== undefined, (query) => query.where('p.destination', 'in', filter.destination ?? []))
    .where(matchesReleaseEvents(filter, search))
    .select([
      sql<number>`COUNT(DISTINCT p.detainee_id)`.as('people'),
      sql<number>`COUNT(DISTINCT p.detainee_id || ' ' || p.release_event_id)`.as('releases'),
    ])
    .executeTakeFirstOrThrow()
  return { people: row.people, releases: row.releases }
}

/**
 * What the numbers leave unnamed, event by event: each event's named people are taken from
 * its own number, never below zero. Under a chosen destination, a person whose destination
 * is not stated may be among them, which widens the interval downwards.
 */
const countUnnamed = async ({ db, search }: RecordFile, filter: ReleaseEventFilter): Promise<Overview['unnamed']> => {
  const chosen = filter.destination
  const isHere = chosen ? sql`p.destination IN (${sql.join(chosen)})` : sql`1`
  const mayBeHere = chosen && !chosen.includes('not_stated') ? sql`p.destination = 'not_stated'` : sql`0`
  const counted = db
    .selectFrom('release_event')
    .innerJoin('release_number as n', (join) =>
      join.onRef('n.release_event_id', '=', 'release_event.id').on(sql<boolean>`${countedCells(filter)}`),
    )
    .where(matchesReleaseEvents(filter, search))
    .select(['release_event.id', ...summedColumns])
    .groupBy('release_event.id')
  const namedPeople = (condition: ReturnType<typeof sql>) => sql<number>`(
    SELECT COUNT(DISTINCT p.detainee_id) FROM release_named AS p
    WHERE p.release_event_id = counted.id AND p.source_id = ${scopeOf(filter)} AND ${condition})`
  const row = await db
    .selectFrom(counted.as('counted'))
    .select([
      sql<number>`coalesce(SUM(CASE WHEN open_low THEN 0 ELSE max(0, lowest - ${namedPeople(isHere)} - ${namedPeople(mayBeHere)}) END), 0)`.as(
        'lowest',
      ),
      sql<number>`coalesce(SUM(max(0, highest - ${namedPeople(isHere)})), 0)`.as('highest'),
      sql<number>`coalesce(MAX(open_high), 0)`.as('open_high'),
    ])
    .executeTakeFirstOrThrow()
  return { lowest: row.lowest, highest: row.open_high === 1 ? null : row.highest }
}

const countWithoutNumber = async ({ db, search }: RecordFile, filter: ReleaseEventFilter): Promise<number> => {
  const row = await db
    .selectFrom('release_event')
    .where(matchesReleaseEvents(filter, search))
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM release_number AS n WHERE n.release_event_id = release_event.id AND ${countedCells(filter)})`,
    )
    .select(sql<number>`COUNT(*)`.as('events'))
    .executeTakeFirstOrThrow()
  return row.events
}

const findDays = ({ db, search }: RecordFile, filter: ReleaseEventFilter) =>
  db
    .selectFrom('release_event')
    .where(matchesReleaseEvents(filter, search))
    .select([
      sql<string | null>`MIN(date_earliest)`.as('firstDay'),
      sql<string | null>`MAX(date_latest)`.as('lastDay'),
    ])
    .executeTakeFirstOrThrow()

/** Destinations with those who stayed in the releasing country apart: staying is not being taken anywhere. */
const findPlaces = async (file: RecordFile, filter: ReleaseEventFilter): Promise<Overview['destinations']> => {
  const stats = await findReleaseStats(file, { ...filter, by: 'destination', split: 'country' })
  const places = new Map<string, Overview['destinations'][number]>()
  for (const cell of stats.cells) {
    const stayed = cell.key === cell.split
    const name = `${cell.key} ${stayed}`
    const before = places.get(name)
    places.set(name, {
      code: cell.key,
      stayed,
      events: (before?.events ?? 0) + cell.events,
      reported: before ? add(before.reported, cell.reported) : cell.reported,
    })
  }
  return [...places.values()].toSorted((a, b) => b.reported.best - a.reported.best || (a.code < b.code ? -1 : 1))
}

const add = (a: Count, b: Count): Count => ({
  lowest: a.lowest + b.lowest,
  best: a.best + b.best,
  highest: a.highest + b.highest,
  openLow: a.openLow || b.openLow,
  openHigh: a.openHigh || b.openHigh,
})

export const findOverview = async (file: RecordFile, filter: ReleaseEventFilter): Promise<Overview> => {
  const [releases, byPopulation, eventsWithoutNumber, named, unnamed, counts, destinations, countries, events, days] =
    await Promise.all([
      findTally(file, filter),
      countByPopulation(file, filter),
      countWithoutNumber(file, filter),
      countNamedPeople(file, filter),
      countUnnamed(file, filter),
      countReleaseEvents(file, filter),
      findPlaces(file, filter),
      findReleaseStats(file, { ...filter, by: 'country' }),
      findReleaseEventRows(file, { ...filter, sort: '-date', limit: latest }),
      findDays(file, filter),
    ])
  const actions = await findSanctionsActionRows(file, {
    from: filter.from,
    to: filter.to,
    authority: filter.sanctionsAuthority,
    sort: '-date',
    limit: latest,
  })
  return {
    releases,
    byPopulation,
    eventsWithoutNumber,
    named,
    unnamed,
    certain: counts.certain,
    possible: counts.possible,
    undated: counts.undated,
    destinations,
    countries: countries.cells.map(({ key, events: count, reported }) => ({ code: key, events: count, reported })),
    latestEvents: events.rows,
    sanctionsActions: actions.rows,
    firstDay: days.firstDay,
    lastDay: days.lastDay,
  }
}
