import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import { populationLabels } from '#contract/codes.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { Search } from '../../db/record-file.ts'
import type { Records } from '../../db/records.ts'
import { certaintySql, dateSql, hasRange, overlaps } from '../common/dates.ts'
import { isListed } from '../common/listed.ts'

/*
 * One condition for the list, the facets, the charts, the overview and the exports.
 */

type Builder = ExpressionBuilder<Records, 'release_event'>
type Condition = (eb: Builder) => Expression<SqlBool>

export const eventDate = dateSql('release_event', 'date')

/** 0 is all sources together; any other number is what that source alone says. */
export const scopeOf = (filter: Pick<ReleaseEventFilter, 'source'>): number => filter.source ?? 0

/** The population of an event is that of its total: destinations are parts of it. */
const countsOf = (eb: Builder, populations: NonNullable<ReleaseEventFilter['population']>, scope: number): Expression<SqlBool> => {
  const stated = (chosen: readonly string[]) =>
    eb
      .selectFrom('release_number as whole')
      .innerJoin('release_count as claim', 'claim.id', 'whole.claim_id')
      .select('whole.release_event_id')
      .where('whole.source_id', '=', scope)
      .where('whole.dimension', '=', 'total')
      .where('claim.population', 'in', chosen)
  const said = eb('release_event.id', 'in', stated(populations))
  if (!populations.includes('not_stated')) return said
  const known = Object.keys(populationLabels).filter((code) => code !== 'not_stated')
  return eb.or([said, eb('release_event.id', 'not in', stated(known))])
}

/** Anyone named in the event, wherever they were taken: a facet counts each destination without the choice of others. */
const isNamed = (eb: Builder, filter: ReleaseEventFilter, named: readonly ('yes' | 'no')[]): Expression<SqlBool> => {
  if (named.includes('yes') && named.includes('no')) return sql<SqlBool>`1`
  const withNames = eb
    .selectFrom('release_named as p')
    .select('p.release_event_id')
    .where('p.source_id', '=', scopeOf(filter))
  return eb('release_event.id', named.includes('yes') ? 'in' : 'not in', withNames)
}

/**
 * Everything but the date. Where a citation lists its events, they stand for what a protection
 * may take away: the place of one person, what a source says of one.
 */
export const matchesApartFromDate =
  (filter: ReleaseEventFilter, search: Search): Condition =>
  (eb) => {
    const conditions: Expression<SqlBool>[] = []
    if (filter.country) conditions.push(eb('release_event.country', 'in', filter.country))
    if (filter.basis) conditions.push(eb('release_event.basis', 'in', filter.basis))
    if (filter.destination && !filter.pinned) {
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
    if (filter.source !== undefined && !filter.pinned) {
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
    if (filter.population) conditions.push(countsOf(eb, filter.population, scopeOf(filter)))
    if (filter.named && !filter.pinned) conditions.push(isNamed(eb, filter, filter.named))
    if (filter.id) conditions.push(isListed('release_event.id', filter.id))
    if (filter.pinned) conditions.push(isListed('release_event.id', filter.pinned))
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
