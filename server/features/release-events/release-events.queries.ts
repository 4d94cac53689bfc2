import { sql } from 'kysely'
import type { Page } from '#contract/common.ts'
import { type Ledger, leftOver } from '#contract/ledger.ts'
import type { ReleaseEventFilter, ReleaseEventRow } from '#contract/release-events.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { type Sort, after, orderBy, pageFrom } from '../common/cursor.ts'
import { dateColumns, dateOf, hasRange } from '../common/dates.ts'
import { certaintySums, listCounts } from '../common/list-counts.ts'
import { certaintiesOf, columnsFor, eventsIn, undatedIn } from './events-in-memory.ts'
import { findLedgers } from './ledger.queries.ts'
import { countNamed, findDestinationsOf, findReported } from './numbers.queries.ts'
import { certainty, countedCells, matchesApartFromDate, matchesReleaseEvents, scopeOf } from './release-events.filter.ts'

export type ReleaseEventQuery = ReleaseEventFilter & {
  readonly sort: '-date' | 'date' | '-reported' | 'reported' | 'title' | '-title'
  readonly limit: number
  readonly cursor?: string | undefined
}

const sortOf = (query: ReleaseEventQuery): Sort => {
  const keys = {
    date: sql<string | null>`release_event.date_earliest`,
    title: sql<string>`release_event.title`,
    reported: sql<number | null>`(SELECT SUM(n.best) FROM release_number AS n WHERE n.release_event_id = release_event.id AND ${countedCells(query)})`,
  }
  const column = query.sort.replace('-', '')
  return {
    name: query.sort,
    key: column === 'title' ? keys.title : column === 'reported' ? keys.reported : keys.date,
    direction: query.sort.startsWith('-') ? 'desc' : 'asc',
    id: sql<number>`release_event.id`,
  }
}

/** Counts of the whole filtered set: what `page` says beside a list. */
export const countReleaseEvents = async (file: RecordFile, filter: ReleaseEventFilter): Promise<Omit<Page, 'next'>> => {
  const columns = await columnsFor(file, filter)
  if (columns) {
    const undated = hasRange(filter) ? undatedIn(columns, filter).length : null
    return listCounts(certaintiesOf(columns, filter, eventsIn(columns, filter)), undated)
  }
  const { db, search } = file
  const row = await db
    .with('matched', (cte) =>
      cte
        .selectFrom('release_event')
        .where(matchesReleaseEvents(filter, search))
        .select(certainty(filter).as('certainty')),
    )
    .selectFrom('matched')
    .select([...certaintySums])
    .executeTakeFirstOrThrow()
  return listCounts(row, hasRange(filter) ? await countUndated({ db, search }, filter) : null)
}

/** Events with no date at all that match everything else of the filter. */
const countUndated = async ({ db, search }: Pick<RecordFile, 'db' | 'search'>, filter: ReleaseEventFilter): Promise<number> => {
  const row = await db
    .selectFrom('release_event')
    .where(matchesApartFromDate(filter, search))
    .where('date_earliest', 'is', null)
    .where('date_latest', 'is', null)
    .select(sql<number>`COUNT(*)`.as('undated'))
    .executeTakeFirstOrThrow()
  return row.undated
}

const restOf = (ledger: Ledger | undefined): Pick<ReleaseEventRow, 'refused' | 'othersNotStated'> => {
  const { refused, someNotStated } = ledger ? leftOver(ledger) : { refused: 0, someNotStated: false }
  return { refused, othersNotStated: someNotStated }
}

/** One page of rows, without counts: exports walk through these. */
export const findReleaseEventRows = async (
  { db, search }: RecordFile,
  query: ReleaseEventQuery,
): Promise<{ rows: ReleaseEventRow[]; next: string | null }> => {
  const sort = sortOf(query)
  const found = await db
    .selectFrom('release_event')
    .where(matchesReleaseEvents(query, search))
    .$if(query.cursor !== undefined, (select) => select.where(after(sort, query.cursor ?? '')))
    .select([
      'release_event.id',
      'release_event.title',
      'release_event.country',
      'release_event.basis',
      ...dateColumns('release_event', 'date'),
      certainty(query).as('certainty'),
      sort.key.as('sort_key'),
    ])
    .orderBy(orderBy(sort))
    .limit(query.limit + 1)
    .execute()
  const { rows: page, next } = pageFrom(found, query.limit, sort, (row) => ({ key: row.sort_key, id: row.id }))
  const ids = page.map((row) => row.id)
  const [reported, totals, named, destinations, ledgers] = await Promise.all([
    findReported(db, ids, query),
    findReported(db, ids, { source: query.source }),
    countNamed(db, ids, query),
    findDestinationsOf(db, ids, scopeOf(query)),
    findLedgers(db, ids, scopeOf(query)),
  ])
  return {
    rows: page.map((row) => ({
      id: row.id,
      ref: `R-${row.id}`,
      title: row.title,
      date: dateOf(row, 'date'),
      certainty: row.certainty,
      country: row.country,
      basis: row.basis as ReleaseEventRow['basis'],
      reported: reported.get(row.id) ?? null,
      total: totals.get(row.id) ?? null,
      named: named.get(row.id) ?? 0,
      destinations: destinations.get(row.id) ?? [],
      ...restOf(ledgers.get(row.id)),
    })),
    next,
  }
}

export const findReleaseEvents = async (
  file: RecordFile,
  query: ReleaseEventQuery,
): Promise<{ data: ReleaseEventRow[]; page: Page }> => {
  const { rows, next } = await findReleaseEventRows(file, query)
  return { data: rows, page: { ...(await countReleaseEvents(file, query)), next } }
}
