import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { invalid } from '../../http/errors.ts'

/*
 * Keyset paging: a page starts after the last row of the one before, so page 1,000 costs
 * what page 1 costs. Rows without a value in the sort key come last, either way.
 */

type SortKey = string | number | null

export type Sort = {
  /** Named in the cursor: a cursor of another sort is not ours. */
  readonly name: string
  readonly key: RawBuilder<SortKey>
  readonly direction: 'asc' | 'desc'
  readonly id: RawBuilder<number>
}

const notOurs = () => invalid({ cursor: 'This is not a cursor of this list. Take `next` of the page before, or leave it out.' })

export const encodeCursor = (sort: Sort, key: SortKey, id: number): string =>
  Buffer.from(JSON.stringify([sort.name, key, id])).toString('base64url')

/** Throws a 400 for a cursor that is not of this list and sort. */
export const decodeCursor = (sort: Sort, cursor: string): { key: SortKey; id: number } => {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw notOurs()
  }
  if (!Array.isArray(parts) || parts.length !== 3) throw notOurs()
  const [name, key, id]: unknown[] = parts
  const keyIsOurs = key === null || typeof key === 'string' || typeof key === 'number'
  if (name !== sort.name || !keyIsOurs || typeof id !== 'number' || !Number.isSafeInteger(id)) throw notOurs()
  return { key, id }
}

export const orderBy = ({ key, direction, id }: Sort): RawBuilder<unknown> =>
  direction === 'desc' ? sql`${key} DESC, ${id} DESC` : sql`${key} IS NULL, ${key} ASC, ${id} ASC`

/** Holds for rows after the cursor. Throws a 400 for a cursor that is not of this list and sort. */
export const after = (sort: Sort, cursor: string): RawBuilder<SqlBool> => {
  const { key, id } = decodeCursor(sort, cursor)
  const beyond = sort.direction === 'desc' ? sql`<` : sql`>`
  if (key === null) return sql<SqlBool>`(${sort.key} IS NULL AND ${sort.id} ${beyond} ${id})`
  return sql<SqlBool>`(${sort.key} ${beyond} ${key} OR ${sort.key} IS NULL OR (${sort.key} = ${key} AND ${sort.id} ${beyond} ${id}))`
}

/** In the order in which rows were made, the last first. `id` is the column of their numbers: `proposal.id`. */
export const newestFirst = (id: string): Sort => ({ name: 'new', key: sql.ref(id), id: sql.ref(id), direction: 'desc' })

/**
 * The rows of a page, and the cursor of the one after it; null at the end. `found` was asked for
 * with `limit + 1`: one row more tells that another page follows.
 */
export const pageFrom = <Row>(
  found: readonly Row[],
  limit: number,
  sort: Sort,
  placeOf: (row: Row) => { readonly key: SortKey; readonly id: number },
): { readonly rows: readonly Row[]; readonly next: string | null } => {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  if (last === undefined || found.length <= limit) return { rows, next: null }
  const { key, id } = placeOf(last)
  return { rows, next: encodeCursor(sort, key, id) }
}
