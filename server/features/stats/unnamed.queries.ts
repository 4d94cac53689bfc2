import { sql } from 'kysely'
import type { Interval } from '#contract/common.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { EventColumns } from '../../db/event-columns.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { Places } from '../common/standing.ts'
import { columnsFor, eventsIn } from '../release-events/events-in-memory.ts'
import { summedColumns } from '../release-events/numbers.queries.ts'
import { countedCells, matchesReleaseEvents, scopeOf } from '../release-events/release-events.filter.ts'
import { peopleIn, releasesIn, unnamedIn } from './named-in-memory.ts'

/** Some of the events under a filter: these alone, or all but these. */
export type Some = { readonly only?: readonly number[]; readonly except?: readonly number[] }

/** As a condition on release_event. */
export const isSome = ({ only, except }: Some) => {
  if (only) return only.length === 0 ? sql<boolean>`0` : sql<boolean>`release_event.id IN (${sql.join(only)})`
  return except && except.length > 0 ? sql<boolean>`release_event.id NOT IN (${sql.join(except)})` : sql<boolean>`1`
}

/** The same of events in memory. */
export const someIn = ({ ids }: EventColumns, places: Places, { only, except }: Some): Places => {
  if (!only && !except) return places
  const listed = new Set(only ?? except)
  return places.filter((place) => listed.has(ids[place] ?? 0) === (only !== undefined))
}

/**
 * What the numbers leave unnamed, event by event: each event's named people are taken from
 * its own number, never below zero. Under a chosen destination, a person whose destination
 * is not stated may be among them, which widens the interval downwards.
 */
const unnamedByEvent = ({ db, search }: RecordFile, filter: ReleaseEventFilter, some: Some) => {
  const chosen = filter.destination
  const isHere = chosen ? sql`p.destination IN (${sql.join(chosen)})` : sql`1`
  const mayBeHere = chosen && !chosen.includes('not_stated') ? sql`p.destination = 'not_stated'` : sql`0`
  const counted = db
    .selectFrom('release_event')
    .innerJoin('release_number as n', (join) =>
      join.onRef('n.release_event_id', '=', 'release_event.id').on(sql<boolean>`${countedCells(filter)}`),
    )
    .where(matchesReleaseEvents(filter, search))
    .where(isSome(some))
    .select(['release_event.id', ...summedColumns])
    .groupBy('release_event.id')
  const namedPeople = (condition: ReturnType<typeof sql>) => sql<number>`(
    SELECT COUNT(DISTINCT p.detainee_id) FROM release_named AS p
    WHERE p.release_event_id = counted.id AND p.source_id = ${scopeOf(filter)} AND ${condition})`
  // Worked out once for each event, and not for each place it is named in.
  const numbered = db.with(
    (cte) => cte('numbered').materialized(),
    (cte) => cte.selectFrom(counted.as('counted')).selectAll().select([namedPeople(isHere).as('here'), namedPeople(mayBeHere).as('may_be_here')]),
  )
  return numbered
    .selectFrom('numbered')
    .select([
      'numbered.id',
      sql<number>`CASE WHEN open_low THEN 0 ELSE max(0, lowest - here - may_be_here) END`.as('lowest'),
      sql<number>`max(0, highest - here)`.as('highest'),
      'numbered.open_high',
    ])
}

type Row = { readonly lowest: number; readonly highest: number; readonly open_high: number }
const intervalOf = ({ lowest, highest, open_high }: Row): Interval => ({ lowest, highest: open_high === 1 ? null : highest })

/** Of each event that has a number. */
export const findUnnamed = async (
  file: RecordFile,
  filter: ReleaseEventFilter,
  only: readonly number[],
): Promise<Map<number, Interval>> => {
  const rows = await unnamedByEvent(file, filter, { only }).execute()
  return new Map(rows.map((row) => [row.id, intervalOf(row)]))
}

export const countUnnamed = async (file: RecordFile, filter: ReleaseEventFilter, some: Some = {}): Promise<Interval> => {
  const columns = await columnsFor(file, filter)
  if (columns) return unnamedIn(columns, filter, someIn(columns, eventsIn(columns, filter), some))
  const row = await file.db
    .selectFrom(unnamedByEvent(file, filter, some).as('event'))
    .select([
      sql<number>`coalesce(SUM(event.lowest), 0)`.as('lowest'),
      sql<number>`coalesce(SUM(event.highest), 0)`.as('highest'),
      sql<number>`coalesce(MAX(event.open_high), 0)`.as('open_high'),
    ])
    .executeTakeFirstOrThrow()
  return intervalOf(row)
}

/** Distinct people and their releases: someone released twice is one person in two releases. */
export const countNamedPeople = async (
  file: RecordFile,
  filter: ReleaseEventFilter,
  some: Some = {},
): Promise<{ people: number; releases: number }> => {
  const columns = await columnsFor(file, filter)
  if (columns) {
    const events = someIn(columns, eventsIn(columns, filter), some)
    return { people: peopleIn(columns, filter, events), releases: releasesIn(columns, filter, events) }
  }
  const { db, search } = file
  const byPerson = db
    .selectFrom('release_event')
    .innerJoin('release_named as p', 'p.release_event_id', 'release_event.id')
    .where('p.source_id', '=', scopeOf(filter))
    .$if(filter.destination !== undefined, (query) => query.where('p.destination', 'in', filter.destination ?? []))
    .where(matchesReleaseEvents(filter, search))
    .where(isSome(some))
    .groupBy('p.detainee_id')
    .select(sql<number>`COUNT(DISTINCT p.release_event_id)`.as('releases'))
  const row = await db
    .selectFrom(byPerson.as('each_one'))
    .select([sql<number>`COUNT(*)`.as('people'), sql<number>`coalesce(SUM(each_one.releases), 0)`.as('releases')])
    .executeTakeFirstOrThrow()
  return { people: row.people, releases: row.releases }
}

/** The releases alone, which need nobody to be looked for in two of them. */
export const countNamedReleases = async (file: RecordFile, filter: ReleaseEventFilter, some: Some): Promise<number> => {
  const columns = await columnsFor(file, filter)
  if (columns) return releasesIn(columns, filter, someIn(columns, eventsIn(columns, filter), some))
  return (await countNamedPeople(file, filter, some)).releases
}
