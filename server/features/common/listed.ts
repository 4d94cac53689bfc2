import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Holds where the column is one of these numbers, however many: they are one value of the statement. */
export const isListed = (column: string, ids: readonly number[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
