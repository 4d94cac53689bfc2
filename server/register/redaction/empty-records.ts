import type Database from 'better-sqlite3'
import { type Transaction, sql } from 'kysely'
import type { Register } from '../../db/register.ts'
import { inPlaceOf } from '../../editions/empty-texts.ts'
import type { Taker } from '../../editions/taken-words.ts'
import { type RecordText, findNamesWith } from './scan.ts'

type Db = Transaction<Register>

const deleteNames = async (db: Db, ids: readonly number[]): Promise<number> => {
  await db.deleteFrom('evidence').where('record_table', '=', 'detainee_name').where('record_id', 'in', ids).execute()
  await db.deleteFrom('detainee_name').where('id', 'in', ids).execute()
  return ids.length
}

/** A person keeps their number, their releases and what is not theirs alone; what identifies them goes. Returns how many names went. */
export const emptyPeople = async (db: Db, people: readonly number[]): Promise<number> => {
  const names = await db.selectFrom('detainee_name').where('detainee_id', 'in', people).select('id').execute()
  await db
    .deleteFrom('evidence')
    .where('record_table', '=', 'detainee')
    .where('record_id', 'in', people)
    .where('field', 'in', ['birth', 'description', 'occupation'])
    .execute()
  await deleteNames(db, names.map(({ id }) => id))
  const notStated = { birth_edtf: null, birth_earliest: null, birth_latest: null, birth_basis: 'not_stated' } as const
  await db
    .updateTable('detainee')
    .set({ ...notStated, description: null, occupation: null, visibility: sql`CASE visibility WHEN 'public' THEN 'name_withheld' ELSE visibility END` })
    .where('id', 'in', people)
    .execute()
  const facts = await db.selectFrom('desk_fact').where('detainee_id', 'in', people).select('id').execute()
  const factIds = facts.map(({ id }) => id)
  await db.deleteFrom('desk_evidence').where('desk_fact_id', 'in', factIds).execute()
  await db.deleteFrom('desk_fact').where('id', 'in', factIds).execute()
  return names.length
}

/** Names that carry the words go whole. Whoever is left without any is shown without a name. */
export const emptyNames = async (raw: Database.Database, db: Db, { carries }: Taker): Promise<{ readonly names: number; readonly people: number[] }> => {
  const found = findNamesWith(raw, carries)
  const names = await deleteNames(db, found.map(({ id }) => id))
  const people = [...new Set(found.map(({ person }) => person))]
  await db
    .updateTable('detainee')
    .set({ visibility: 'name_withheld' })
    .where('id', 'in', people)
    .where('visibility', '=', 'public')
    .where('id', 'not in', db.selectFrom('detainee_name').select('detainee_id'))
    .execute()
  return { names, people }
}

/** Takes what is looked for out of one text of a record. */
export const emptyText = async (raw: Database.Database, db: Db, { table, id, column, needed }: RecordText, taker: Taker): Promise<void> => {
  const text = raw.prepare<[number], string>(`SELECT ${column} FROM ${table} WHERE id = ?`).pluck().get(id)
  const left = text === undefined ? null : taker.without(text)
  const offsets = column === 'quote' ? sql`, quote_start = NULL, quote_end = NULL` : sql``
  await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${left ?? inPlaceOf(table, id, { name: column, needed })}${offsets} WHERE id = ${id}`.execute(db)
}
