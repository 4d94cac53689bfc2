import { type RawBuilder, sql } from 'kysely'
import type { Page } from '#contract/common.ts'
import type { DetaineeFilter, DetaineeRow, DetaineeSort } from '#contract/detainees.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { type Sort, after, encodeCursor, orderBy } from '../common/cursor.ts'
import { dateColumns, dateOf, notStatedDate } from '../common/dates.ts'
import { certaintySums, listCounts } from '../common/list-counts.ts'
import { findPrimaryNames } from '../common/primary-name.ts'
import { certaintyOfDetainee, hasRanges, isUndatedInRanges } from './detainee-dates.ts'
import { findArrests, findReleaseSummaries } from './detainee-rows.queries.ts'
import { matchesApartFromDates, matchesDetainees, scopeOf } from './detainees.filter.ts'

export type DetaineeQuery = DetaineeFilter & {
  readonly sort: DetaineeSort
  readonly limit: number
  readonly cursor?: string | undefined
}

/** The name a person is listed under, the same one as `findPrimaryNames`: folded, or what else is asked of it. */
export const listedName = (
  detaineeId: RawBuilder<number>,
  as: RawBuilder<string> = sql<string>`called.folded`,
): RawBuilder<string | null> => sql<string | null>`(
  SELECT ${as} FROM detainee_name AS called WHERE called.detainee_id = ${detaineeId}
  ORDER BY called.kind <> 'primary', called.script <> 'Latn', called.id LIMIT 1)`

const detaineeId = sql<number>`detainee.id`

/** The first day of the earliest arrest, those of whoever was merged into the person too: of the arrest that `findArrests` gives. */
const firstArrest = sql<string | null>`(SELECT MIN(held.arrest_earliest) FROM detention AS held
  WHERE held.detainee_id = detainee.id OR held.detainee_id IN (SELECT merged.id FROM detainee AS merged WHERE merged.merged_into = detainee.id))`

const keys: Readonly<Record<string, Sort['key']>> = {
  name: listedName(detaineeId),
  surname: listedName(detaineeId, sql<string>`surname_first(called.folded)`),
  arrested: firstArrest,
  released: sql<string | null>`last_release.day`,
  id: detaineeId,
}

const sortOf = ({ sort }: DetaineeQuery): Sort => ({
  name: sort,
  key: keys[sort.replace('-', '')] ?? detaineeId,
  direction: sort.startsWith('-') ? 'desc' : 'asc',
  id: detaineeId,
})

/** Counts of the whole filtered set: what `page` says beside a list. */
export const countDetainees = async (
  { db, search }: RecordFile,
  filter: DetaineeFilter,
): Promise<Omit<Page, 'next'>> => {
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
  { db, search }: RecordFile,
  query: DetaineeQuery,
): Promise<{ rows: DetaineeRow[]; next: string | null }> => {
  const sort = sortOf(query)
  const found = await db
    .selectFrom('detainee')
    .$if(query.sort.endsWith('released'), (select) =>
      select.leftJoin(
        (eb) =>
          eb
            .selectFrom('release_named as released')
            .innerJoin('release_event as event', 'event.id', 'released.release_event_id')
            .where('released.source_id', '=', scopeOf(query))
            .groupBy('released.detainee_id')
            .select([
              // The derived id has no type of its own; without one the join could not use an index.
              sql<number>`CAST(released.detainee_id AS INTEGER)`.as('detainee_id'),
              sql<string | null>`MAX(event.date_earliest)`.as('day'),
            ])
            .as('last_release'),
        (join) => join.onRef('last_release.detainee_id', '=', 'detainee.id'),
      ),
    )
    .where(matchesDetainees(query, search))
    .$if(query.cursor !== undefined, (select) => select.where(after(sort, query.cursor ?? '')))
    .select([
      'detainee.id',
      'detainee.sex',
      'detainee.occupation',
      'detainee.description',
      'detainee.status',
      ...dateColumns('detainee', 'birth'),
      ...dateColumns('detainee', 'status_as_of'),
      certaintyOfDetainee(query).as('certainty'),
      sort.key.as('sort_key'),
    ])
    .orderBy(orderBy(sort))
    .limit(query.limit + 1)
    .execute()
  const page = found.slice(0, query.limit)
  const ids = page.map((row) => row.id)
  const [names, arrests, releases] = await Promise.all([
    findPrimaryNames(db, ids),
    findArrests(db, ids),
    findReleaseSummaries(db, ids, scopeOf(query)),
  ])
  const last = page.at(-1)
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
    next: found.length > query.limit && last ? encodeCursor(sort, last.sort_key, last.id) : null,
  }
}

export const findDetainees = async (
  file: RecordFile,
  query: DetaineeQuery,
): Promise<{ data: DetaineeRow[]; page: Page }> => {
  const { rows, next } = await findDetaineeRows(file, query)
  return { data: rows, page: { ...(await countDetainees(file, query)), next } }
}
