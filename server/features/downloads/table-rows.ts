import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Records } from '../../db/records.ts'
import { exportChunk } from '../../http/export/walk.ts'
import type { TableName, TableRow } from './table.ts'
import { tableCalled } from './tables.ts'

export type Rows = AsyncGenerator<readonly TableRow[], void, undefined>

/** Parents whose rows are read at a time. */
const parentsAtATime = 500

const columnsOf = (table: TableName) => sql.join(tableCalled(table).columns.map(({ name }) => sql.ref(name)))

/** In chunks, with other requests between them. */
async function* inChunks<Value>(values: readonly Value[]): AsyncGenerator<readonly Value[], void, undefined> {
  for (let start = 0; start < values.length; start += parentsAtATime) {
    yield values.slice(start, start + parentsAtATime)
    await nextTurn()
  }
}

/** The rows where `column` is one of these values, value by value in their order's chunks. */
export async function* rowsWhere(
  db: Kysely<Records>,
  table: TableName,
  column: string,
  values: Iterable<string | number>,
  also: { readonly column: string; readonly value: string } | null = null,
): Rows {
  for await (const some of inChunks([...values])) {
    const { rows } = await sql<TableRow>`
      SELECT ${columnsOf(table)} FROM ${sql.table(table)}
      WHERE ${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(some)}))
        ${also ? sql`AND ${sql.ref(also.column)} = ${also.value}` : sql``}
      ORDER BY id`.execute(db)
    yield rows
  }
}

/** Every row of a table, or the first `most`. */
export async function* allRows(db: Kysely<Records>, table: TableName, most = Number.POSITIVE_INFINITY): Rows {
  let last = 0
  let read = 0
  for (;;) {
    const limit = Math.min(exportChunk, most - read)
    const { rows } = await sql<TableRow>`
      SELECT ${columnsOf(table)} FROM ${sql.table(table)} WHERE id > ${last} ORDER BY id LIMIT ${limit}`.execute(db)
    yield rows
    read += rows.length
    last = Number(rows.at(-1)?.['id'] ?? last)
    if (rows.length < limit || read >= most) return
    await nextTurn()
  }
}

/**
 * These ids and all that `column` leads to from them, step by step; with `both`, also the rows
 * that lead to them. So a merged person comes with the one kept, a copy with what it copies.
 */
export const closed = async (
  db: Kysely<Records>,
  table: TableName,
  column: string,
  ids: Iterable<number>,
  both: boolean,
): Promise<Set<number>> => {
  const reached = new Set(ids)
  let frontier = [...reached]
  while (frontier.length > 0) {
    const next: number[] = []
    for await (const some of inChunks(frontier)) {
      const given = sql`(SELECT value FROM json_each(${JSON.stringify(some)}))`
      const { rows } = await sql<{ id: number }>`
        SELECT ${sql.ref(column)} AS id FROM ${sql.table(table)} WHERE id IN ${given} AND ${sql.ref(column)} IS NOT NULL
        ${both ? sql`UNION SELECT id FROM ${sql.table(table)} WHERE ${sql.ref(column)} IN ${given}` : sql``}`.execute(db)
      for (const { id } of rows) {
        if (reached.has(id)) continue
        reached.add(id)
        next.push(id)
      }
    }
    frontier = next
  }
  return reached
}
