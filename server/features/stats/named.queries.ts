import { sql } from 'kysely'
import type { QueryOf } from '#contract/endpoint.ts'
import type { NamedAndUnnamed, NamedEvent, NamedSum, getNamedAndUnnamed } from '#contract/stats-named.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { columnsFor, eventsIn } from '../release-events/events-in-memory.ts'
import { countOf, summedColumns } from '../release-events/numbers.queries.ts'
import { countedCells, matchesReleaseEvents } from '../release-events/release-events.filter.ts'
import { countReleaseEvents, findReleaseEventRows } from '../release-events/release-events.queries.ts'
import { tallyIn } from './claims-in-memory.ts'
import { type Some, countNamedPeople, countNamedReleases, countUnnamed, findUnnamed, isSome, someIn } from './unnamed.queries.ts'

type Query = QueryOf<typeof getNamedAndUnnamed>

const countClaimed = async (file: RecordFile, filter: ReleaseEventFilter, some: Some) => {
  const columns = await columnsFor(file, filter)
  if (columns) {
    const { events, reported } = tallyIn(columns, { ...filter, rule: 'as_reported' }, someIn(columns, eventsIn(columns, filter), some))
    return { events, claimed: reported }
  }
  const { db, search } = file
  const row = await db
    .selectFrom('release_event')
    .leftJoin('release_number as n', (join) =>
      join.onRef('n.release_event_id', '=', 'release_event.id').on(countedCells(filter)),
    )
    .where(matchesReleaseEvents(filter, search))
    .where(isSome(some))
    .select([sql<number>`COUNT(DISTINCT release_event.id)`.as('events'), ...summedColumns])
    .executeTakeFirstOrThrow()
  return { events: row.events, claimed: countOf(row) }
}

const sumOf = async (file: RecordFile, filter: ReleaseEventFilter, some: Some): Promise<NamedSum> => {
  const [claimed, named, unnamed] = await Promise.all([
    countClaimed(file, filter, some),
    countNamedReleases(file, filter, some),
    countUnnamed(file, filter, some),
  ])
  return { ...claimed, named, unnamed }
}

/** One page of events, as the list of release events pages them. */
export const findNamedRows = async (file: RecordFile, query: Query): Promise<{ rows: NamedEvent[]; next: string | null }> => {
  const { rows, next } = await findReleaseEventRows(file, query)
  const unnamed = await findUnnamed(
    file,
    query,
    rows.map(({ id }) => id),
  )
  return {
    rows: rows.map(({ id, ref, title, date, country, reported, named }) => ({
      id,
      ref,
      title,
      date,
      country,
      claimed: reported,
      named,
      unnamed: unnamed.get(id) ?? null,
    })),
    next,
  }
}

export const findNamedAndUnnamed = async (file: RecordFile, query: Query): Promise<NamedAndUnnamed> => {
  const { rows, next } = await findNamedRows(file, query)
  const [page, total, rest, { people }] = await Promise.all([
    countReleaseEvents(file, query),
    sumOf(file, query, {}),
    sumOf(file, query, { except: rows.map(({ id }) => id) }),
    countNamedPeople(file, query),
  ])
  return { data: rows, page: { ...page, next }, total, rest, people }
}

/** Every event under the filter, page after page. */
export const findAllNamed = async (file: RecordFile, query: Omit<Query, 'limit' | 'cursor'>): Promise<NamedEvent[]> => {
  const all: NamedEvent[] = []
  let cursor: string | undefined
  for (;;) {
    const { rows, next } = await findNamedRows(file, { ...query, limit: 1000, cursor })
    all.push(...rows)
    if (next === null) return all
    cursor = next
  }
}
