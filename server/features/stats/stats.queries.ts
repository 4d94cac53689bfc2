import { type RawBuilder, sql } from 'kysely'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { ReleaseStats, StatCell, Tally } from '#contract/stats.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { hasRange, unitSql } from '../common/dates.ts'
import { countOf, summedColumns } from '../release-events/numbers.queries.ts'
import {
  countedCells,
  eventDate,
  matchesApartFromDate,
  matchesReleaseEvents,
  scopeOf,
} from '../release-events/release-events.filter.ts'

type Dimension = 'month' | 'quarter' | 'year' | 'destination' | 'basis' | 'country'
export type StatsQuery = ReleaseEventFilter & { readonly by: Dimension; readonly split?: Dimension | undefined }

const isTime = (by: Dimension): by is 'month' | 'quarter' | 'year' => ['month', 'quarter', 'year'].includes(by)

/** The value of a dimension for one row of the join below; null where a date lies in no one unit. */
const valueOf = (dimension: Dimension | undefined): RawBuilder<string | null> => {
  if (dimension === undefined) return sql<string | null>`NULL`
  if (dimension === 'destination') return sql<string | null>`place.destination`
  if (isTime(dimension)) return unitSql(eventDate, dimension)
  return sql.ref<string | null>(`release_event.${dimension}`)
}

/** Adds up release_number over matching events; by destination, each cell apart. */
const findCells = async ({ db, search }: RecordFile, query: StatsQuery) => {
  const byPlace = query.by === 'destination' || query.split === 'destination'
  const chosen = query.destination
  return db
    .selectFrom('release_event')
    .$if(byPlace, (select) =>
      select.innerJoin('release_event_destination as place', (join) =>
        join
          .onRef('place.release_event_id', '=', 'release_event.id')
          .on('place.source_id', '=', scopeOf(query))
          .$call((on) => (chosen ? on.on('place.destination', 'in', chosen) : on)),
      ),
    )
    .leftJoin('release_number as n', (join) =>
      join
        .onRef('n.release_event_id', '=', 'release_event.id')
        .on(
          byPlace
            ? sql<boolean>`n.source_id = ${scopeOf(query)} AND n.dimension = 'destination' AND n.cell = place.destination`
            : sql<boolean>`${countedCells(query)}`,
        ),
    )
    .where(matchesReleaseEvents(query, search))
    .select([
      valueOf(query.by).as('key'),
      valueOf(query.split).as('split'),
      sql<number>`COUNT(DISTINCT release_event.id)`.as('events'),
      ...summedColumns,
    ])
    .groupBy(sql`1, 2`)
    .orderBy(sql`1, 2`)
    .execute()
}

/** What all matching events add up to. With `undated`, those with no date that match all else. */
export const findTally = async (
  { db, search }: RecordFile,
  filter: ReleaseEventFilter,
  which: 'matching' | 'undated' = 'matching',
): Promise<Tally> => {
  const row = await db
    .selectFrom('release_event')
    .leftJoin('release_number as n', (join) =>
      join.onRef('n.release_event_id', '=', 'release_event.id').on(sql<boolean>`${countedCells(filter)}`),
    )
    .$if(which === 'matching', (select) => select.where(matchesReleaseEvents(filter, search)))
    .$if(which === 'undated', (select) =>
      select
        .where(matchesApartFromDate(filter, search))
        .where('date_earliest', 'is', null)
        .where('date_latest', 'is', null),
    )
    .select([sql<number>`COUNT(DISTINCT release_event.id)`.as('events'), ...summedColumns])
    .executeTakeFirstOrThrow()
  return { events: row.events, reported: countOf(row) }
}

const nothing: Tally = {
  events: 0,
  reported: { lowest: 0, best: 0, highest: 0, openLow: false, openHigh: false },
}

export const findReleaseStats = async (file: RecordFile, query: StatsQuery): Promise<ReleaseStats> => {
  const [rows, total, undated] = await Promise.all([
    findCells(file, query),
    findTally(file, query),
    hasRange(query) ? findTally(file, query, 'undated') : nothing,
  ])
  const cellOf = (row: (typeof rows)[number], key: string): StatCell => ({
    key,
    split: row.split,
    events: row.events,
    reported: countOf(row),
  })
  return {
    by: query.by,
    split: (query.split ?? null) as ReleaseStats['split'],
    unit: 'releases of prisoners as reported',
    cells: rows.flatMap((row) => (row.key === null ? [] : [cellOf(row, row.key)])),
    notDated: rows.flatMap((row) => (row.key === null ? [cellOf(row, 'not_dated')] : [])),
    total,
    undated,
  }
}
