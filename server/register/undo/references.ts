import { type Kysely, sql } from 'kysely'
import { recordTables } from '../../db/records.ts'
import type { Register } from '../../db/register.ts'
import { type RecordTable, isRecordTable } from './rows.ts'

/** A column of `from` that holds the number of a row of `to`. */
export type Reference = { readonly from: string; readonly column: string; readonly to: RecordTable }

/** Every reference between record tables, and from desk tables to them, as the schema declares it; what goes along with its row is left out. */
export const findReferences = async (db: Kysely<Register>): Promise<Reference[]> => {
  const { rows } = await sql<{ table: string; column: string; to: string; key: string | null; gone: string }>`
    SELECT list.name AS "table", reference."from" AS "column", reference."table" AS "to", reference."to" AS "key",
      reference.on_delete AS gone
    FROM sqlite_schema AS list, pragma_foreign_key_list(list.name) AS reference WHERE list.type = 'table'`.execute(db)
  return rows.flatMap(({ table, column, to, key, gone }) =>
    gone === 'CASCADE' || !isRecordTable(to) || (key !== null && key !== 'id') ? [] : [{ from: table, column, to }],
  )
}

/** Rows that refer to one row, by table: through a reference, or as evidence for it. */
export const findReferring = async (
  db: Kysely<Register>,
  references: readonly Reference[],
  table: RecordTable,
  id: number,
): Promise<{ readonly table: string; readonly id: number }[]> => {
  const found = []
  for (const { from, column, to } of references) {
    if (to !== table) continue
    const { rows } = await sql<{ id: number }>`SELECT rowid AS id FROM ${sql.table(from)} WHERE ${sql.ref(column)} = ${id}`.execute(db)
    found.push(...rows.map((row) => ({ table: from, id: row.id })))
  }
  const evidence = await db
    .selectFrom('evidence')
    .where('record_table', '=', table)
    .where('record_id', '=', id)
    .select('id')
    .execute()
  return [...found, ...evidence.map((row) => ({ table: 'evidence', id: row.id }))]
}

/** Columns of a record table that name a row of another. */
export const referencesFrom = (references: readonly Reference[], table: RecordTable): readonly Reference[] =>
  references.filter(({ from }) => from === table && recordTables.includes(table))
