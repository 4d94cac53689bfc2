import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Count } from '#contract/common.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { Records } from '../../db/records.ts'
import { countedCells, scopeOf } from './release-events.filter.ts'

/** The five sums of a count over rows of release_number called `n`. */
export const summed = {
  lowest: sql<number>`coalesce(SUM(n.lowest), 0)`,
  best: sql<number>`coalesce(SUM(n.best), 0)`,
  highest: sql<number>`coalesce(SUM(n.highest), 0)`,
  open_low: sql<number>`coalesce(MAX(n.open_low), 0)`,
  open_high: sql<number>`coalesce(MAX(n.open_high), 0)`,
} as const satisfies Record<string, RawBuilder<number>>

export const summedColumns = [
  summed.lowest.as('lowest'),
  summed.best.as('best'),
  summed.highest.as('highest'),
  summed.open_low.as('open_low'),
  summed.open_high.as('open_high'),
] as const

type CountRow = {
  readonly lowest: number
  readonly best: number
  readonly highest: number
  readonly open_low: number
  readonly open_high: number
}

export const countOf = (row: CountRow): Count => ({
  lowest: row.lowest,
  best: row.best,
  highest: row.highest,
  openLow: row.open_low === 1,
  openHigh: row.open_high === 1,
})

/** What each of these events adds to the sum under the filter. Events without a number are absent. */
export const findReported = async (
  db: Kysely<Records>,
  ids: readonly number[],
  filter: ReleaseEventFilter,
): Promise<Map<number, Count>> => {
  const rows = await db
    .selectFrom('release_number as n')
    .where('n.release_event_id', 'in', ids)
    .where(countedCells(filter))
    .select(['n.release_event_id', ...summedColumns])
    .groupBy('n.release_event_id')
    .execute()
  return new Map(rows.map((row) => [row.release_event_id, countOf(row)]))
}

/** Distinct named people of each event, in the filter's scope and destinations. */
export const countNamed = async (
  db: Kysely<Records>,
  ids: readonly number[],
  filter: ReleaseEventFilter,
): Promise<Map<number, number>> => {
  const rows = await db
    .selectFrom('release_named as p')
    .where('p.release_event_id', 'in', ids)
    .where('p.source_id', '=', scopeOf(filter))
    .$if(filter.destination !== undefined, (query) => query.where('p.destination', 'in', filter.destination ?? []))
    .select(['p.release_event_id', sql<number>`COUNT(DISTINCT p.detainee_id)`.as('people')])
    .groupBy('p.release_event_id')
    .execute()
  return new Map(rows.map((row) => [row.release_event_id, row.people]))
}

/** Every destination of each event, in the filter's scope, in the order of their codes. */
export const findDestinationsOf = async (
  db: Kysely<Records>,
  ids: readonly number[],
  scope: number,
): Promise<Map<number, string[]>> => {
  const rows = await db
    .selectFrom('release_event_destination')
    .where('release_event_id', 'in', ids)
    .where('source_id', '=', scope)
    .select(['release_event_id', 'destination'])
    .orderBy('destination')
    .execute()
  const byEvent = new Map<number, string[]>()
  for (const row of rows) {
    byEvent.set(row.release_event_id, [...(byEvent.get(row.release_event_id) ?? []), row.destination])
  }
  return byEvent
}
