import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { mostIds } from '#contract/common.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import { type Limit, type Limits, limitTitles } from '#contract/stats-limits.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { hasRange, isUndated, unitSql } from '../common/dates.ts'
import { columnsFor } from '../release-events/events-in-memory.ts'
import { countedCells, eventDate, scopeOf } from '../release-events/release-events.filter.ts'
import { limitsIn } from './limits-in-memory.ts'
import { matches } from './people-facts.queries.ts'

/** Whether the event has a number that the filter adds up, and of which the condition holds. */
const hasNumber = (filter: ReleaseEventFilter, condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> =>
  sql<SqlBool>`release_event.id IN (SELECT n.release_event_id FROM release_number AS n WHERE ${countedCells(filter)} AND ${condition})`

const always = sql<SqlBool>`1`

const isUnplaced = (filter: ReleaseEventFilter): RawBuilder<SqlBool> => sql<SqlBool>`release_event.id IN (
  SELECT place.release_event_id FROM release_event_destination AS place
  WHERE place.source_id = ${scopeOf(filter)} AND place.destination = 'not_stated')`

const isNamed = (filter: ReleaseEventFilter): RawBuilder<SqlBool> => {
  const isHere = filter.destination ? sql<SqlBool>`p.destination IN (${sql.join(filter.destination)})` : always
  return sql<SqlBool>`release_event.id IN (
    SELECT p.release_event_id FROM release_named AS p WHERE p.source_id = ${scopeOf(filter)} AND ${isHere})`
}

const conditions: Readonly<Record<Limit, (filter: ReleaseEventFilter) => RawBuilder<SqlBool>>> = {
  undated: () => isUndated(eventDate),
  not_dated_to_the_month: () => sql<SqlBool>`(NOT ${isUndated(eventDate)} AND ${unitSql(eventDate, 'month')} IS NULL)`,
  without_number: (filter) => sql<SqlBool>`NOT ${hasNumber(filter, always)}`,
  unplaced: isUnplaced,
  nobody_named: (filter) => sql<SqlBool>`NOT ${isNamed(filter)}`,
  disputed: (filter) => hasNumber(filter, sql<SqlBool>`(n.lowest <> n.best OR n.highest <> n.best)`),
  open: (filter) => hasNumber(filter, sql<SqlBool>`(n.open_low = 1 OR n.open_high = 1)`),
}

const findLimit = async (file: RecordFile, filter: ReleaseEventFilter, kind: Limit): Promise<Limits['limits'][number]> => {
  const which = kind === 'undated' && hasRange(filter) ? 'undated' : 'matching'
  const found = file.db.selectFrom('release_event').where(matches(filter, file, which)).where(conditions[kind](filter))
  const [{ events }, rows] = await Promise.all([
    found.select(sql<number>`COUNT(*)`.as('events')).executeTakeFirstOrThrow(),
    found.select('release_event.id').orderBy('release_event.id').limit(mostIds).execute(),
  ])
  return { kind, title: limitTitles[kind], events, ids: rows.map(({ id }) => id) }
}

/** What is not known of the events under a filter, each kind with its events. */
export const findLimits = async (file: RecordFile, filter: ReleaseEventFilter): Promise<Limits> => {
  const columns = await columnsFor(file, filter)
  if (columns) return limitsIn(columns, filter)
  return { limits: await Promise.all((Object.keys(limitTitles) as Limit[]).map((kind) => findLimit(file, filter, kind))) }
}
