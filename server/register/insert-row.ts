import { CompiledQuery, type Kysely } from 'kysely'
import type { Register } from '../db/register.ts'

type Columns = Readonly<Record<string, string | number | null>>

/**
 * Adds a row to a table whose `id` counts up, and returns its number. The statement is spelt out
 * here: an event has hundreds of rows, and building a statement for each takes longer than running it.
 */
export const insertRow = async (db: Kysely<Register>, table: string, columns: Columns): Promise<number> => {
  const names = Object.keys(columns)
  const text = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
  const { insertId } = await db.executeQuery(CompiledQuery.raw(text, Object.values(columns)))
  if (insertId === undefined) throw new Error(`A row was added to ${table} and has no number`)
  return Number(insertId)
}
