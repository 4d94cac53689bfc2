import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { SanctionsActionFilter } from '#contract/sanctions-actions.ts'
import type { Search } from '../../db/record-file.ts'
import type { Records } from '../../db/records.ts'
import { type DateSql, certaintySql, dateSql, hasRange, isUndated, overlaps } from '../common/dates.ts'
import { isListed } from '../common/listed.ts'

/*
 * One condition for the list, its counts and the exports.
 */

type Builder = ExpressionBuilder<Records, 'sanctions_action'>
type Condition = (eb: Builder) => Expression<SqlBool>

const [effective, issued, announced] = ['effective', 'issued', 'announced'].map((name) =>
  dateSql('sanctions_action', name),
) as [DateSql, DateSql, DateSql]

const firstDated = (part: keyof DateSql): RawBuilder<string | null> => sql<string | null>`CASE
  WHEN NOT ${isUndated(effective)} THEN ${effective[part]}
  WHEN NOT ${isUndated(issued)} THEN ${issued[part]}
  ELSE ${announced[part]} END`

/** Effective, else issued, else announced: the first that has a day. The same as `dateOfAction`. */
export const actionDate: DateSql = {
  edtf: firstDated('edtf'),
  earliest: firstDated('earliest'),
  latest: firstDated('latest'),
}

const hasCommodity = (eb: Builder, commodities: readonly string[]): Expression<SqlBool> => {
  const named = eb('sanctions_action.commodity', 'in', commodities)
  return commodities.includes('not_stated') ? eb.or([named, eb('sanctions_action.commodity', 'is', null)]) : named
}

const linkedActions = (eb: Builder) => eb.selectFrom('release_sanction as link').select('link.sanctions_action_id')

/** Everything but the date. */
export const matchesApartFromDate =
  (filter: SanctionsActionFilter, search: Search): Condition =>
  (eb) => {
    const conditions: Expression<SqlBool>[] = []
    if (filter.authority) conditions.push(eb('sanctions_action.authority', 'in', filter.authority))
    if (filter.action) conditions.push(eb('sanctions_action.action', 'in', filter.action))
    if (filter.commodity) conditions.push(hasCommodity(eb, filter.commodity))
    if (filter.linked) {
      conditions.push(eb('sanctions_action.id', filter.linked === 'yes' ? 'in' : 'not in', linkedActions(eb)))
    }
    if (filter.id) conditions.push(isListed('sanctions_action.id', filter.id))
    if (filter.q !== undefined) conditions.push(search('sanctions_action', filter.q))
    return eb.and(conditions)
  }

/** With a range: what overlaps it, so undated actions are out. Without one: everything. */
export const matchesSanctionsActions =
  (filter: SanctionsActionFilter, search: Search): Condition =>
  (eb) =>
    eb.and([
      matchesApartFromDate(filter, search)(eb),
      hasRange(filter) ? overlaps(actionDate, filter) : sql<SqlBool>`1`,
    ])

export const certainty = (filter: SanctionsActionFilter) => certaintySql(actionDate, filter)
