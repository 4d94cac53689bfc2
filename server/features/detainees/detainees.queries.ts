import { sql } from 'kysely'
import type { Page } from '#contract/common.ts'
import type { DetaineeFilter, DetaineeRow } from '#contract/detainees.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { pageFrom } from '../common/cursor.ts'
import { certaintySums, listCounts } from '../common/list-counts.ts'
import { certaintyOfDetainee, hasRanges, isUndatedInRanges } from './detainee-dates.ts'
import { type DetaineeQuery, findPeople, sortOf } from './detainee-pages.queries.ts'
import { describePeople } from './detainee-rows.queries.ts'
import { matchesApartFromDates, matchesDetainees, scopeOf } from './detainees.filter.ts'
import { choose, isInMemory } from './people-in-memory.ts'

/** Counts of the whole filtered set: what `page` says beside a list. */
export const countDetainees = async (
  file: RecordFile,
  filter: DetaineeFilter,
): Promise<Omit<Page, 'next'>> => {
  const columns = isInMemory(filter) ? await file.people() : null
  if (columns) {
    const { sizes, undated } = choose(columns, filter)
    return listCounts({ total: sizes[0] ?? 0, possible: 0, undated }, null)
  }
  const { db, search } = file
  const row = await db
    .with('matched', (cte) =>
      cte
        .selectFrom('detainee')
        .where(matchesDetainees(filter, search))
        .select(certaintyOfDetainee(filter).as('certainty')),
    )
    .selectFrom('matched')
    .select([...certaintySums])
    .executeTakeFirstOrThrow()
  return listCounts(row, hasRanges(filter) ? await countUndated({ db, search }, filter) : null)
}

const countUndated = async ({ db, search }: Pick<RecordFile, 'db' | 'search'>, filter: DetaineeFilter): Promise<number> => {
  const row = await db
    .selectFrom('detainee')
    .where(matchesApartFromDates(filter, search))
    .where(isUndatedInRanges(filter))
    .select(sql<number>`COUNT(*)`.as('undated'))
    .executeTakeFirstOrThrow()
  return row.undated
}

/** One page of rows, without counts. */
export const findDetaineeRows = async (
  file: RecordFile,
  query: DetaineeQuery,
): Promise<{ rows: DetaineeRow[]; next: string | null }> => {
  const found = await findPeople(file, query)
  const { rows: page, next } = pageFrom(found, query.limit, sortOf(query), (row) => ({ key: row.sort_key, id: row.id }))
  return { rows: await describePeople(file.db, page, scopeOf(query)), next }
}

export const findDetainees = async (
  file: RecordFile,
  query: DetaineeQuery,
): Promise<{ data: DetaineeRow[]; page: Page }> => {
  const { rows, next } = await findDetaineeRows(file, query)
  return { data: rows, page: { ...(await countDetainees(file, query)), next } }
}
