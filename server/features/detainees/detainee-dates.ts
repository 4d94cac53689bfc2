import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { DetaineeFilter } from '#contract/detainees.ts'
import { type Certainty, type DateSql, type Range, dateSql, hasRange, isInside, isUndated, overlaps } from '../common/dates.ts'

/*
 * A person has several arrests and releases, each with a date of its own: they are in a range
 * when any of them is, for certain when any is for certain, and undated when none has a date.
 */

const arrestDate = dateSql('detention', 'arrest')
const releaseDate = dateSql('event', 'date')

/** Whether the person `detainee` has an arrest, or a release, that the condition holds for. */
type Has = (condition: RawBuilder<SqlBool>) => RawBuilder<SqlBool>

type Dated = { readonly range: Range; readonly date: DateSql; readonly has: Has }

const releasesIn = (filter: DetaineeFilter): Dated => ({
  range: { from: filter.releasedFrom, to: filter.releasedTo },
  date: releaseDate,
  // On its own, not for each person: in the register what is searched here is a view.
  has: (condition) => sql<SqlBool>`detainee.id IN (SELECT released.detainee_id FROM release_named AS released
    WHERE released.source_id = ${filter.source ?? 0}
      AND released.release_event_id IN (SELECT event.id FROM release_event AS event WHERE ${condition}))`,
})

const arrestsIn = (filter: DetaineeFilter): Dated => ({
  range: { from: filter.arrestedFrom, to: filter.arrestedTo },
  date: arrestDate,
  has: (condition) => sql<SqlBool>`(
    EXISTS (SELECT 1 FROM detention WHERE detention.detainee_id = detainee.id AND ${condition})
    OR EXISTS (SELECT 1 FROM detainee AS merged JOIN detention ON detention.detainee_id = merged.id
      WHERE merged.merged_into = detainee.id AND ${condition}))`,
})

const rangesOf = (filter: DetaineeFilter): Dated[] =>
  [releasesIn(filter), arrestsIn(filter)].filter(({ range }) => hasRange(range))

export const hasRanges = (filter: DetaineeFilter): boolean => rangesOf(filter).length > 0

const allOf = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  conditions.length === 0 ? sql<SqlBool>`1` : sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`

const dated = ({ date }: Dated): RawBuilder<SqlBool> => sql<SqlBool>`NOT ${isUndated(date)}`
const isInRange = (its: Dated): RawBuilder<SqlBool> => its.has(overlaps(its.date, its.range))
const isUndatedIn = (its: Dated): RawBuilder<SqlBool> => sql<SqlBool>`NOT ${its.has(dated(its))}`

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
    const certain = first.has(sql<SqlBool>`${dated(first)} AND ${isInside(first.date, first.range)}`)
    return sql<Certainty>`CASE WHEN ${certain} THEN 'certain' ELSE 'possible' END`
  }
  const undated = [releasesIn(filter), arrestsIn(filter)].map(isUndatedIn)
  return sql<Certainty>`CASE WHEN ${allOf(undated)} THEN 'undated' ELSE 'certain' END`
}
