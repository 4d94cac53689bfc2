import { type RawBuilder, type SqlBool, sql } from 'kysely'

/*
 * People chosen by their ids, after merges. The ids travel as one JSON text, so that any
 * number of them fits into a statement, and the same statement serves any number.
 */

export type People = readonly number[] | 'everyone'

const listed = (ids: readonly number[]): RawBuilder<unknown> => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Holds where the column is one of them. */
export const isOne = (column: string, people: People): RawBuilder<SqlBool> =>
  people === 'everyone' ? sql<SqlBool>`1` : sql<SqlBool>`${sql.ref(column)} IN ${listed(people)}`

/** Holds where the column is one of them or someone merged into one: what hangs on either is the kept person's. */
export const isOneOrMerged = (column: string, people: People): RawBuilder<SqlBool> =>
  people === 'everyone'
    ? sql<SqlBool>`1`
    : sql<SqlBool>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(people)})
        UNION SELECT merged.id FROM detainee AS merged WHERE merged.merged_into IN ${listed(people)})`
