import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type EventDimension, isTime, notLinked } from '#contract/dimensions.ts'
import type { Tally } from '#contract/stats.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { unitSql } from '../common/dates.ts'
import { countOf, summedColumns } from '../release-events/numbers.queries.ts'
import {
  eventDate,
  matchesApartFromDate,
  matchesReleaseEvents,
  scopeOf,
} from '../release-events/release-events.filter.ts'
import { columnsFor, eventsIn, undatedIn } from '../release-events/events-in-memory.ts'
import { cellsIn } from './cells-in-memory.ts'
import { tallyIn } from './claims-in-memory.ts'
import { type Counted, countedClaims, isAbroad, ruleOf } from './counted.ts'

/** One value for each dimension asked for; null where a date lies in no one unit. */
export type Cell = Tally & { readonly keys: readonly (string | null)[] }

/** The value of a dimension for one row of the join below. */
const valueOf = (dimension: EventDimension | undefined): RawBuilder<string | null> => {
  if (dimension === undefined) return sql<string | null>`NULL`
  if (isTime(dimension)) return unitSql(eventDate, dimension)
  if (dimension === 'destination') return sql<string | null>`place.destination`
  if (dimension === 'sanctionsAuthority') return sql<string | null>`coalesce(linked.authority, ${sql.lit(notLinked)})`
  if (dimension === 'population') return sql<string | null>`coalesce(counted.population, 'not_stated')`
  return sql.ref<string | null>(`release_event.${dimension}`)
}

/**
 * Adds up release_number over matching events, by one or two dimensions; by destination, each
 * cell apart. An event linked to several authorities is in the cells of each.
 */
export const findClaimCells = async (file: RecordFile, query: Counted, by: readonly EventDimension[]): Promise<Cell[]> => {
  const columns = await columnsFor(file, query)
  if (columns) return cellsIn(columns, query, by, eventsIn(columns, query))
  const { db, search } = file
  const scope = scopeOf(query)
  const byPlace = by.includes('destination')
  const isPlace = ruleOf(query) === 'taken_abroad' ? isAbroad(sql<string>`place.destination`) : sql<SqlBool>`1`
  const rows = await db
    .selectFrom('release_event')
    .$if(byPlace, (select) =>
      select.innerJoin('release_event_destination as place', (join) =>
        join
          .onRef('place.release_event_id', '=', 'release_event.id')
          .on('place.source_id', '=', scope)
          .on(isPlace)
          .$call((on) => (query.destination ? on.on('place.destination', 'in', query.destination) : on)),
      ),
    )
    .$if(by.includes('sanctionsAuthority'), (select) =>
      select.leftJoin(
        (eb) =>
          eb
            .selectFrom('release_sanction as link')
            .innerJoin('sanctions_action as action', 'action.id', 'link.sanctions_action_id')
            .$if(query.sanctionsAuthority !== undefined, (linked) =>
              linked.where('action.authority', 'in', query.sanctionsAuthority ?? []),
            )
            .select(['link.release_event_id', 'action.authority'])
            .distinct()
            .as('linked'),
        (join) => join.onRef('linked.release_event_id', '=', 'release_event.id'),
      ),
    )
    .$if(by.includes('population'), (select) =>
      select
        .leftJoin('release_number as whole', (join) =>
          join
            .onRef('whole.release_event_id', '=', 'release_event.id')
            .on('whole.source_id', '=', scope)
            .on('whole.dimension', '=', 'total'),
        )
        .leftJoin('release_count as counted', 'counted.id', 'whole.claim_id'),
    )
    .leftJoin('release_number as n', (join) =>
      join
        .onRef('n.release_event_id', '=', 'release_event.id')
        .on(
          byPlace
            ? sql<SqlBool>`n.source_id = ${scope} AND n.dimension = 'destination' AND n.cell = place.destination`
            : countedClaims(query),
        ),
    )
    .where(matchesReleaseEvents(query, search))
    .select([
      valueOf(by[0]).as('first'),
      valueOf(by[1]).as('second'),
      sql<number>`COUNT(DISTINCT release_event.id)`.as('events'),
      ...summedColumns,
    ])
    .groupBy(sql`1, 2`)
    .orderBy(sql`1, 2`)
    .execute()
  return rows.map((row) => ({
    keys: [row.first, row.second].slice(0, by.length),
    events: row.events,
    reported: countOf(row),
    people: null,
  }))
}

/** What all matching events add up to. With `undated`, those with no date that match all else. */
export const findClaimTally = async (file: RecordFile, query: Counted, which: 'matching' | 'undated'): Promise<Tally> => {
  const columns = await columnsFor(file, query)
  if (columns) return tallyIn(columns, query, which === 'matching' ? eventsIn(columns, query) : undatedIn(columns, query))
  const { db, search } = file
  const row = await db
    .selectFrom('release_event')
    .leftJoin('release_number as n', (join) =>
      join.onRef('n.release_event_id', '=', 'release_event.id').on(countedClaims(query)),
    )
    .$if(which === 'matching', (select) => select.where(matchesReleaseEvents(query, search)))
    .$if(which === 'undated', (select) =>
      select
        .where(matchesApartFromDate(query, search))
        .where('date_earliest', 'is', null)
        .where('date_latest', 'is', null),
    )
    .select([sql<number>`COUNT(DISTINCT release_event.id)`.as('events'), ...summedColumns])
    .executeTakeFirstOrThrow()
  return { events: row.events, reported: countOf(row), people: null }
}
