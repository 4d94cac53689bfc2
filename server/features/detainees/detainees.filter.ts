import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { DetaineeFilter } from '#contract/detainees.ts'
import { namedSql as isNamedSql } from '../../db/people-keys.ts'
import type { Search } from '../../db/record-file.ts'
import type { Records } from '../../db/records.ts'
import { isListed } from '../common/listed.ts'
import { keptId } from './kept.ts'
import { isInRanges } from './detainee-dates.ts'

/*
 * One condition for the list, the facets and the exports. Every sub-select stands on its own,
 * so that it is read once and not for each person.
 */

type Builder = ExpressionBuilder<Records, 'detainee'>
type Condition = (eb: Builder) => Expression<SqlBool>

const notStated = 'not_stated'

/** 0 is all sources together; any other number is what that source alone says of releases. */
export const scopeOf = (filter: Pick<DetaineeFilter, 'source'>): number => filter.source ?? 0

const heldIn = (eb: Builder, countries: readonly string[]) =>
  eb
    .selectFrom('detention')
    .innerJoin('detainee as held', 'held.id', 'detention.detainee_id')
    .where('detention.country', 'in', countries)
    .select(keptId.as('id'))

const releasedIn = (eb: Builder, countries: readonly string[], scope: number) =>
  eb
    .selectFrom('release_named as released')
    .where('released.source_id', '=', scope)
    .where('released.release_event_id', 'in', (events) =>
      events.selectFrom('release_event as event').where('event.country', 'in', countries).select('event.id'),
    )
    .select('released.detainee_id as id')

const takenTo = (eb: Builder, destinations: readonly string[], scope: number) =>
  eb
    .selectFrom('release_named as released')
    .where('released.source_id', '=', scope)
    .where('released.destination', 'in', destinations)
    .select('released.detainee_id as id')

/** Everyone charged with one of these articles, or with anything on record. */
const charged = (eb: Builder, articles?: readonly string[]) =>
  eb
    .selectFrom('charge')
    .innerJoin('detention', 'detention.id', 'charge.detention_id')
    .innerJoin('detainee as held', 'held.id', 'detention.detainee_id')
    .$if(articles !== undefined, (select) => select.where('charge.article', 'in', articles ?? []))
    .select(keptId.as('id'))

const saidBy = (eb: Builder, source: number) =>
  eb
    .selectFrom('detainee_source as said')
    .innerJoin('detainee as held', 'held.id', 'said.detainee_id')
    .where('said.source_id', '=', source)
    .select(keptId.as('id'))

const hasOccupation = (eb: Builder, occupations: readonly string[]): Expression<SqlBool> => {
  const named = eb('detainee.occupation', 'in', occupations)
  return occupations.includes(notStated) ? eb.or([named, eb('detainee.occupation', 'is', null)]) : named
}

const hasArticle = (eb: Builder, articles: readonly string[]): Expression<SqlBool> => {
  const named = eb('detainee.id', 'in', charged(eb, articles))
  return articles.includes(notStated) ? eb.or([named, eb('detainee.id', 'not in', charged(eb))]) : named
}

export const namedSql = sql.raw<'yes' | 'no'>(isNamedSql)

/** Everything but the dates. A person merged into another is counted as that one only. */
export const matchesApartFromDates =
  (filter: DetaineeFilter, search: Search): Condition =>
  (eb) => {
    const scope = scopeOf(filter)
    const conditions: Expression<SqlBool>[] = [eb('detainee.merged_into', 'is', null)]
    if (filter.status) conditions.push(eb('detainee.status', 'in', filter.status))
    if (filter.sex) conditions.push(eb('detainee.sex', 'in', filter.sex))
    if (filter.occupation) conditions.push(hasOccupation(eb, filter.occupation))
    if (filter.article) conditions.push(hasArticle(eb, filter.article))
    if (filter.destination) conditions.push(eb('detainee.id', 'in', takenTo(eb, filter.destination, scope)))
    if (filter.country) {
      conditions.push(
        eb('detainee.id', 'in', heldIn(eb, filter.country).union(releasedIn(eb, filter.country, scope))),
      )
    }
    if (filter.named) conditions.push(sql<SqlBool>`${namedSql} = ${filter.named}`)
    if (filter.source !== undefined) conditions.push(eb('detainee.id', 'in', saidBy(eb, filter.source)))
    if (filter.id) conditions.push(isListed('detainee.id', filter.id))
    if (filter.q !== undefined) conditions.push(search('detainee', filter.q))
    return eb.and(conditions)
  }

export const matchesDetainees =
  (filter: DetaineeFilter, search: Search): Condition =>
  (eb) =>
    eb.and([matchesApartFromDates(filter, search)(eb), isInRanges(filter)])
