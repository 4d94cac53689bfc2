import { sql } from 'kysely'
import type { Page } from '#contract/common.ts'
import type { DetaineeFilter, DetaineeRow } from '#contract/detainees.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { pageFrom } from '../common/cursor.ts'
import { dateOf, notStatedDate } from '../common/dates.ts'
import { certaintySums, listCounts } from '../common/list-counts.ts'
import { findPrimaryNames } from '../common/primary-name.ts'
import { certaintyOfDetainee, hasRanges, isUndatedInRanges } from './detainee-dates.ts'
import { type DetaineeQuery, findPeople, sortOf } from './detainee-pages.queries.ts'
import { findArrests, findReleaseSummaries } from './detainee-rows.queries.ts'
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

/** One page of rows, without counts: exports walk through these. */
export const findDetaineeRows = async (
  file: RecordFile,
  query: DetaineeQuery,
): Promise<{ rows: DetaineeRow[]; next: string | null }> => {
  const { db } = file
  const found = await findPeople(file, query)
  const { rows: page, next } = pageFrom(found, query.limit, sortOf(query), (row) => ({ key: row.sort_key, id: row.id }))
  const ids = page.map((row) => row.id)
  const [names, arrests, releases] = await Promise.all([
    findPrimaryNames(db, ids),
    findArrests(db, ids),
    findReleaseSummaries(db, ids, scopeOf(query)),
  ])
  return {
    rows: page.map((row) => ({
      id: row.id,
      ref: `D-${row.id}`,
      name: names.get(row.id)?.text ?? null,
      lang: names.get(row.id)?.lang ?? null,
      sex: row.sex as DetaineeRow['sex'],
      birth: dateOf(row, 'birth'),
      occupation: row.occupation,
      description: row.description,
      status: row.status as DetaineeRow['status'],
      statusAsOf: dateOf(row, 'status_as_of'),
      arrested: arrests.get(row.id) ?? notStatedDate,
      releases: releases.get(row.id)?.events ?? 0,
      lastReleased: releases.get(row.id)?.last ?? notStatedDate,
      destinations: releases.get(row.id)?.destinations ?? [],
      stayedIn: releases.get(row.id)?.stayedIn ?? [],
      onTheWayTo: releases.get(row.id)?.onTheWayTo ?? [],
      refused: releases.get(row.id)?.refused ?? false,
      certainty: row.certainty,
    })),
    next,
  }
}

export const findDetainees = async (
  file: RecordFile,
  query: DetaineeQuery,
): Promise<{ data: DetaineeRow[]; page: Page }> => {
  const { rows, next } = await findDetaineeRows(file, query)
  return { data: rows, page: { ...(await countDetainees(file, query)), next } }
}
