import { CompiledQuery, type Kysely } from 'kysely'
import { columnsOf } from '../db/history-triggers.ts'
import { recordTables } from '../db/records.ts'
import type { Register } from '../db/register.ts'
import type { Collector, RowUpdate } from './load-collector.ts'

/** Rows in one statement: enough to be quick, and well under SQLite's limit of parameters. */
const rowsAtOnce = 100

/**
 * Writes rows of one table, many to a statement. The statement is spelt out here, because
 * building one of 100 rows anew costs several times more than running it.
 */
const insertRows = async (
  db: Kysely<Register>,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> => {
  if (rows.length === 0) return
  const columns = await columnsOf(db, table)
  const places = `(${columns.map(() => '?').join(', ')})`
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const some = rows.slice(start, start + rowsAtOnce)
    const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${some.map(() => places).join(', ')}`
    const values = some.flatMap((row) => columns.map((column) => row[column] ?? null))
    await db.executeQuery(CompiledQuery.raw(text, values))
  }
}

const updateRow = async (db: Kysely<Register>, { table, id, values }: RowUpdate): Promise<void> => {
  const columns = Object.keys(values)
  if (columns.length === 0) return
  const text = `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`
  await db.executeQuery(CompiledQuery.raw(text, [...Object.values(values), id]))
}

/** Writes all that was collected: new rows, each table after those it refers to, then changed ones. */
export const writeCollected = async (db: Kysely<Register>, { rows, updates }: Collector): Promise<void> => {
  for (const table of recordTables) await insertRows(db, table, rows[table])
  for (const update of updates) await updateRow(db, update)
}
