import { type Kysely, sql } from 'kysely'
import type { RecordText } from '#contract/redaction.ts'
import type { Register } from '../../db/register.ts'
import { isFreeText } from '../../editions/free-texts.ts'
import type { RootRecord } from '../../register/changeset.ts'
import { partOf } from '../../register/undo/roots.ts'
import type { RecordTable, Row } from '../../register/undo/rows.ts'

const rowsWhere = async (db: Kysely<Register>, table: RecordTable, column: string, ids: readonly number[]): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    SELECT * FROM ${sql.table(table)} WHERE ${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY id`.execute(db)
  return rows
}

/** Columns that hold a code as often as words. */
const isWords = (field: string, text: string): boolean => (field === 'asserts' || field === 'cell' ? /\p{L}.*\s/u : /\p{L}/u).test(text)

const textsIn = (table: RecordTable, row: Row): RecordText[] =>
  Object.entries(row).flatMap(([field, text]) =>
    typeof text === 'string' && isWords(field, text) && isFreeText(table, field) ? [{ table, id: Number(row['id']), field, text }] : [],
  )

/** Every text of a row and of what is part of it, each followed by the quotes it rests on. */
const findTextsUnder = async (db: Kysely<Register>, table: RecordTable, rows: readonly Row[]): Promise<RecordText[]> => {
  const ids = rows.map((row) => Number(row['id']))
  const { rows: evidence } = await sql<Row>`
    SELECT * FROM evidence WHERE record_table = ${table} AND record_id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY id`.execute(db)
  const texts = rows.flatMap((row) => [
    ...textsIn(table, row),
    ...evidence.filter((one) => one['record_id'] === row['id']).flatMap((one) => textsIn('evidence', one)),
  ])
  for (const [part, { parent, column }] of Object.entries(partOf) as [keyof typeof partOf, (typeof partOf)[keyof typeof partOf]][]) {
    if (parent === table && ids.length > 0) texts.push(...(await findTextsUnder(db, part, await rowsWhere(db, part, column, ids))))
  }
  return texts
}

/** Every text of a record, one that stands in it twice once: words leave wherever they stand. Null where there is no such record. */
export const findTextsOf = async (db: Kysely<Register>, { table, id }: RootRecord): Promise<RecordText[] | null> => {
  const rows = await rowsWhere(db, table, 'id', [id])
  if (rows.length === 0) return null
  const texts = await findTextsUnder(db, table, rows)
  return [...new Map(texts.toReversed().map((one) => [`${one.field} ${one.text}`, one])).values()].toReversed()
}
