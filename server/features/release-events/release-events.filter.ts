import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { Search } from '../../db/record-file.ts'
import type { Records } from '../../db/records.ts'
import { certaintySql, dateSql, hasRange, overlaps } from '../common/dates.ts'

/*
 * One condition for the list, the facets, the charts, the overview and the exports.
 */

type Condition = (eb: ExpressionBuilder<Records, 'release_event'>) => Expression<SqlBool>

export const eventDate = dateSql('release_event', 'date')

/** 0 is all sources together; any other number is what that source alone says. */
export const scopeOf = (filter: Pick<ReleaseEventFilter, 'source'>): number => filter.source ?? 0

/** Everything but the date. */
export const matchesApartFromDate =
  (filter: ReleaseEventFilter, search: Search): Condition =>
  (eb) => {
    const conditions: Expression<SqlBool>[] = []
    if (filter.country) conditions.push(eb('release_event.country', 'in', filter.country))
    if (filter.basis) conditions.push(eb('release_event.basis', 'in', filter.basis))
    if (filter.destination) {
      conditions.push(
        eb(
          'release_event.id',
          'in',
          eb
            .selectFrom('release_event_destination as place')
            .select('place.release_event_id')
            .where('place.source_id', '=', scopeOf(filter))
            .where('place.destination', 'in', filter.destination),
        ),
      )
    }
    if (filter.sanctionsAuthority) {
      conditions.push(
        eb(
          'release_event.id',
          'in',
          eb
            .selectFrom('release_sanction as link')
            .innerJoin('sanctions_action as action', 'action.id', 'link.sanctions_action_id')
            .select('link.release_event_id')
            .where('action.authority', 'in', filter.sanctionsAuthority),
        ),
      )
    }
    if (filter.source !== undefined) {
      conditions.push(
        eb(
          'release_event.id',
          'in',
          eb
            .selectFrom('release_event_source as said')
            .select('said.release_event_id')
            .where('said.source_id', '=', filter.source),
        ),
      )
    }
    if (filter.q !== undefined) conditions.push(search('release_event', filter.q))
    return eb.and(conditions)
  }

/** With a range: what overlaps it, so undated events are out. Without one: everything. */
export const isInRange = (filter: ReleaseEventFilter): RawBuilder<SqlBool> =>
  hasRange(filter) ? overlaps(eventDate, filter) : sql<SqlBool>`1`

export const matchesReleaseEvents =
  (filter: ReleaseEventFilter, search: Search): Condition =>
  (eb) =>
    eb.and([matchesApartFromDate(filter, search)(eb), isInRange(filter)])

export const certainty = (filter: ReleaseEventFilter) => certaintySql(eventDate, filter)

/**
 * Which rows of release_number a filter adds up: the chosen destination cells, or the
 * totals where no destination is chosen. `n` is the alias of release_number.
 */
export const countedCells = (filter: ReleaseEventFilter): RawBuilder<SqlBool> =>
  filter.destination
    ? sql<SqlBool>`n.source_id = ${scopeOf(filter)} AND n.dimension = 'destination' AND n.cell IN (${sql.join(filter.destination)})`
    : sql<SqlBool>`n.source_id = ${scopeOf(filter)} AND n.dimension = 'total' AND n.cell = 'all'`
