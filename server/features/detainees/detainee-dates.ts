import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { DetaineeFilter } from '#contract/detainees.ts'
import { type Certainty, type DateSql, type Range, dateSql, hasRange, isInside, isUndated, overlaps } from '../common/dates.ts'
import { keptId } from './kept.ts'

/*
 * A person has several arrests and releases, each with a date of its own: they are in a range
 * when any of them is, for certain when any is for certain, and undated when none has a date.
 */

const arrestDate = dateSql('detention', 'arrest')
const releaseDate = dateSql('event', 'date')

/** People with an arrest or a release that the condition holds for. */
type PeopleWhere = (condition: RawBuilder<SqlBool>) => RawBuilder<unknown>

type Dated = { readonly range: Range; readonly date: DateSql; readonly people: PeopleWhere }

const releasesIn = (filter: DetaineeFilter): Dated => ({
  range: { from: filter.releasedFrom, to: filter.releasedTo },
  date: releaseDate,
  people: (condition) => sql`(SELECT released.detainee_id FROM release_named AS released
    WHERE released.source_id = ${filter.source ?? 0}
      AND released.release_event_id IN (SELECT event.id FROM release_event AS event WHERE ${condition}))`,
})

const arrestsIn = (filter: DetaineeFilter): Dated => ({
  range: { from: filter.arrestedFrom, to: filter.arrestedTo },
  date: arrestDate,
  people: (condition) => sql`(SELECT ${keptId} FROM detention
    JOIN detainee AS held ON held.id = detention.detainee_id WHERE ${condition})`,
})

const rangesOf = (filter: DetaineeFilter): Dated[] =>
  [releasesIn(filter), arrestsIn(filter)].filter(({ range }) => hasRange(range))

export const hasRanges = (filter: DetaineeFilter): boolean => rangesOf(filter).length > 0

const isIn = (people: RawBuilder<unknown>): RawBuilder<SqlBool> => sql<SqlBool>`detainee.id IN ${people}`
const isNotIn = (people: RawBuilder<unknown>): RawBuilder<SqlBool> => sql<SqlBool>`detainee.id NOT IN ${people}`
const allOf = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  conditions.length === 0 ? sql<SqlBool>`1` : sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`

const dated = ({ date }: Dated): RawBuilder<SqlBool> => sql<SqlBool>`NOT ${isUndated(date)}`
const isInRange = (its: Dated): RawBuilder<SqlBool> => isIn(its.people(overlaps(its.date, its.range)))
const isUndatedIn = (its: Dated): RawBuilder<SqlBool> => isNotIn(its.people(dated(its)))

/** Under ranges: those in each of them. Without one: everybody. */
export const isInRanges = (filter: DetaineeFilter): RawBuilder<SqlBool> => allOf(rangesOf(filter).map(isInRange))

/** Under ranges: no date says that the person is outside one, but for one of them there is no date at all. */
export const isUndatedInRanges = (filter: DetaineeFilter): RawBuilder<SqlBool> => {
  const ranges = rangesOf(filter)
  const mayBeIn = ranges.map((its) => sql<SqlBool>`(${isInRange(its)} OR ${isUndatedIn(its)})`)
  return sql<SqlBool>`(${allOf(mayBeIn)} AND NOT ${isInRanges(filter)})`
}

/** Of those who match. The range of release decides where both are given; without one, any date will do. */
export const certaintyOfDetainee = (filter: DetaineeFilter): RawBuilder<Certainty> => {
  const [first] = rangesOf(filter)
  if (first) {
    const certain = first.people(sql<SqlBool>`${dated(first)} AND ${isInside(first.date, first.range)}`)
    return sql<Certainty>`CASE WHEN ${isIn(certain)} THEN 'certain' ELSE 'possible' END`
  }
  const undated = [releasesIn(filter), arrestsIn(filter)].map(isUndatedIn)
  return sql<Certainty>`CASE WHEN ${allOf(undated)} THEN 'undated' ELSE 'certain' END`
}
