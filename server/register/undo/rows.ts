import { type Kysely, type Transaction, sql } from 'kysely'
import { type RecordTables, recordTables } from '../../db/records.ts'
import type { Register } from '../../db/register.ts'

/** A row of a record table as history keeps it, by column. */
export type Row = Readonly<Record<string, string | number | null>>

export type RecordTable = keyof RecordTables

/** A row by its table and number, as one text. */
export const rowKey = (table: string, id: number): string => `${table} ${id}`

export const isRecordTable = (table: string): table is RecordTable => (recordTables as readonly string[]).includes(table)

export const findRow = async (db: Kysely<Register>, table: RecordTable, id: number): Promise<Row | null> => {
  const { rows } = await sql<Row>`SELECT * FROM ${sql.table(table)} WHERE id = ${id}`.execute(db)
  return rows[0] ?? null
}

export const insertRow = async (db: Transaction<Register>, table: RecordTable, row: Row): Promise<void> => {
  const columns = Object.keys(row)
  await sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    VALUES (${sql.join(columns.map((column) => row[column] ?? null))})`.execute(db)
}

export const updateRow = async (db: Transaction<Register>, table: RecordTable, id: number, columns: Row): Promise<void> => {
  const sets = Object.entries(columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`UPDATE ${sql.table(table)} SET ${sql.join(sets)} WHERE id = ${id}`.execute(db)
}

export const deleteRow = async (db: Transaction<Register>, table: RecordTable, id: number): Promise<void> => {
  await sql`DELETE FROM ${sql.table(table)} WHERE id = ${id}`.execute(db)
}

/** The columns of `wanted` in which a row is otherwise. */
export const columnsThatDiffer = (row: Row, wanted: Row): string[] =>
  Object.keys(wanted).filter((column) => (row[column] ?? null) !== (wanted[column] ?? null))

export type RowChange = {
  readonly id: number
  readonly changeset: number
  readonly table: RecordTable
  readonly row: number
  readonly op: 'insert' | 'update' | 'delete'
  readonly before: Row | null
  readonly after: Row | null
  /** Its values were taken out of the history. */
  readonly redacted: boolean
}

type StoredChange = { readonly id: number; readonly changeset: number; readonly table: string; readonly row: number; readonly op: string; readonly value: string | null }

/** Changes of record rows as they are stored; those that record an act on the history itself are left out. */
export const readChanges = (stored: readonly StoredChange[]): RowChange[] =>
  stored.flatMap(({ value, table, op, ...change }) => {
    if (!isRecordTable(table) || op === 'redact') return []
    const sides = value === null ? { before: null, after: null } : (JSON.parse(value) as { before: Row | null; after: Row | null })
    // The table's CHECK allows these three and 'redact' only.
    return [{ ...change, table, op: op as RowChange['op'], ...sides, redacted: value === null }]
  })

const selection = ['change.id', 'changeset_id as changeset', 'table_name as table', 'record_id as row', 'op', 'value'] as const

/** What a changeset did to the records, in the order in which it did. */
export const findChanges = async (db: Kysely<Register>, changesetId: number): Promise<RowChange[]> =>
  readChanges(
    await db
      .selectFrom('change')
      .leftJoin('change_value', 'change_value.change_id', 'change.id')
      .where('changeset_id', '=', changesetId)
      .select(selection)
      .orderBy('change.id')
      .execute(),
  )

const atOnce = 500

/** Everything that ever happened to these rows of one table, in its order. */
export const findChangesOf = async (db: Kysely<Register>, table: RecordTable, ids: readonly number[]): Promise<RowChange[]> => {
  const found: RowChange[] = []
  for (let start = 0; start < ids.length; start += atOnce) {
    const rows = await db
      .selectFrom('change')
      .leftJoin('change_value', 'change_value.change_id', 'change.id')
      .where('table_name', '=', table)
      .where('record_id', 'in', ids.slice(start, start + atOnce))
      .select(selection)
      .execute()
    found.push(...readChanges(rows))
  }
  return found.toSorted((a, b) => a.id - b.id)
}
