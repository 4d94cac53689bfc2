import { type RawBuilder, sql } from 'kysely'
import type { DetaineeFilter, DetaineeSort } from '#contract/detainees.ts'
import type { PeopleColumns } from '../../db/people-columns.ts'
import { type PeopleKey, peopleKeys } from '../../db/people-keys.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { type Sort, after, decodeCursor, orderBy } from '../common/cursor.ts'
import type { Certainty } from '../common/dates.ts'
import { isListed } from '../common/listed.ts'
import { certaintyOfDetainee } from './detainee-dates.ts'
import { matchesDetainees, scopeOf } from './detainees.filter.ts'
import { rowColumns } from './detainee-rows.queries.ts'
import { listedSql } from './listed-person.ts'
import { choose, isInMemory, nextIds, undatedIn } from './people-in-memory.ts'

/*
 * One page of people, in order: from the tables, or, where an edition has them in memory, by its
 * columns. Both give the same rows.
 */

/** People in an order, all of them. */
export type UnpagedQuery = DetaineeFilter & { readonly sort: DetaineeSort }

export type DetaineeQuery = UnpagedQuery & {
  readonly limit: number
  readonly cursor?: string | undefined
}

const detaineeId = sql<number>`detainee.id`

const keyNameOf = ({ sort }: Pick<UnpagedQuery, 'sort'>): PeopleKey => sort.replace('-', '') as PeopleKey

/** The key of one person at a time. */
const keyOf = (query: Pick<UnpagedQuery, 'sort'>): Sort['key'] => sql.raw(peopleKeys[keyNameOf(query)])

export const sortOf = (query: Pick<UnpagedQuery, 'sort'>): Sort => ({
  name: query.sort,
  // In the register the last release is read from a view: it is worked out once, not for each person.
  key: keyNameOf(query) === 'released' ? sql<string | null>`last_release.day` : keyOf(query),
  direction: query.sort.startsWith('-') ? 'desc' : 'asc',
  id: detaineeId,
})

const inOrder = ({ db, search }: RecordFile, query: UnpagedQuery) =>
  db
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
    .orderBy(orderBy(sortOf(query)))

const fromTables = (file: RecordFile, query: DetaineeQuery) => {
  const sort = sortOf(query)
  return inOrder(file, query)
    .$if(query.cursor !== undefined, (select) => select.where(after(sort, query.cursor ?? '')))
    .select([...rowColumns, certaintyOfDetainee(query).as('certainty'), sort.key.as('sort_key')])
    .limit(query.limit + 1)
    .execute()
}

/** Everyone in the filter in the order of the sort, as `listed` numbers them, from the tables. */
export const findListed = async (file: RecordFile, query: UnpagedQuery): Promise<readonly number[]> => {
  const found = inOrder(file, query).select(listedSql(detaineeId, certaintyOfDetainee(query)).as('person'))
  // One text takes a tenth of the memory of as many rows.
  const { people } = await file.db
    .selectFrom(found.as('found'))
    .select(sql<string>`json_group_array(found.person)`.as('people'))
    .executeTakeFirstOrThrow()
  return JSON.parse(people) as number[]
}

/** Where a cursor stands: the person it names, as long as that one has the key it says. */
const findStart = async ({ db }: RecordFile, query: DetaineeQuery): Promise<number | null | 'elsewhere'> => {
  if (query.cursor === undefined) return null
  const { key, id } = decodeCursor(sortOf(query), query.cursor)
  const row = await db.selectFrom('detainee').where('id', '=', id).select(keyOf(query).as('key')).executeTakeFirst()
  return row !== undefined && row.key === key ? id : 'elsewhere'
}

export const certaintyIn = (isUndated: (id: number) => boolean, id: number): Certainty => (isUndated(id) ? 'undated' : 'certain')

/** Null where the cursor is not one of this edition. */
const fromMemory = async (file: RecordFile, columns: PeopleColumns, query: DetaineeQuery) => {
  const start = await findStart(file, query)
  const ids = start === 'elsewhere' ? null : nextIds(columns, choose(columns, query).standing, { sort: query.sort, limit: query.limit + 1, afterId: start })
  if (ids === null) return null
  const found = await file.db
    .selectFrom('detainee')
    .where(isListed('detainee.id', ids))
    .select([...rowColumns, (keyOf(query) as RawBuilder<string | number | null>).as('sort_key')])
    .execute()
  const rows = new Map(found.map((row) => [row.id, row]))
  const isUndated = undatedIn(columns)
  return ids.flatMap((id) => {
    const row = rows.get(id)
    return row === undefined ? [] : [{ ...row, certainty: certaintyIn(isUndated, id) }]
  })
}

/** The rows of a page and one more, which tells that there is a next page. */
export const findPeople = async (file: RecordFile, query: DetaineeQuery) => {
  const columns = isInMemory(query) ? await file.people() : null
  const found = columns === null ? null : await fromMemory(file, columns, query)
  return found ?? fromTables(file, query)
}
