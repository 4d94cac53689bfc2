import type Database from 'better-sqlite3'
import { type Kysely, type Transaction, sql } from 'kysely'
import type { Register } from '../../db/register.ts'
import { withheldText } from '../../editions/empty-texts.ts'
import type { ChangesetHeader, OpenChangeset } from '../changeset.ts'
import { inChangeset } from '../changeset.ts'
import { takeValues } from '../redact.ts'
import { withoutNames } from './leaves.ts'
import { type DeskRow, type RecordText, findChangeValues, findDeskRows, findReasons, findRecordTexts } from './scan.ts'
import { type Sought, seeker } from './sought.ts'

type Db = Transaction<Register>
type Carries = (text: string) => boolean
type Opened = { readonly db: Kysely<Register>; readonly raw: Database.Database }

/** How many of what were emptied or taken out. */
export type Touched = {
  readonly names: number
  readonly texts: number
  readonly history: number
  readonly reasons: number
  readonly desk: Readonly<Record<string, number>>
  /** Numbers of the imports whose file or rows named them. */
  readonly imports: readonly number[]
}

/** The person keeps their number, their releases and what is not theirs alone; what identifies them goes. */
const emptyPeople = async (db: Db, people: readonly number[]): Promise<number> => {
  const names = await db.selectFrom('detainee_name').where('detainee_id', 'in', people).select('id').execute()
  const ids = names.map(({ id }) => id)
  await db.deleteFrom('evidence').where('record_table', '=', 'detainee_name').where('record_id', 'in', ids).execute()
  await db
    .deleteFrom('evidence')
    .where('record_table', '=', 'detainee')
    .where('record_id', 'in', people)
    .where('field', 'in', ['birth', 'description', 'occupation'])
    .execute()
  await db.deleteFrom('detainee_name').where('id', 'in', ids).execute()
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
  return ids.length
}

const emptyText = async (db: Db, { table, id, column, needed }: RecordText): Promise<void> => {
  // A cell is told from others of its event by its words.
  const words = table === 'release_count' && column === 'cell' ? `${withheldText} ${id}` : withheldText
  const offsets = column === 'quote' ? sql`, quote_start = NULL, quote_end = NULL` : sql``
  await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${needed ? words : null}${offsets} WHERE id = ${id}`.execute(db)
}

/** History's last word on a row that was emptied is the row as it is: it is written once more, with nothing left to hide. */
const writeOnce = async (db: Db, rows: ReadonlyMap<string, { readonly table: string; readonly id: number }>): Promise<void> => {
  for (const { table, id } of rows.values()) await sql`UPDATE ${sql.table(table)} SET id = id WHERE id = ${id}`.execute(db)
}

const emptyDeskRow = (raw: Database.Database, { table, key, texts, blobs, whole }: DeskRow, carries: Carries): void => {
  const where = Object.keys(key).map((name) => `"${name}" = ?`).join(' AND ')
  const values = Object.values(key)
  for (const column of blobs) raw.prepare(`UPDATE ${table} SET "${column}" = zeroblob(0) WHERE ${where}`).run(...values)
  for (const column of texts) {
    const row = raw.prepare<unknown[], Readonly<Record<string, string>>>(`SELECT "${column}" FROM ${table} WHERE ${where}`).get(...values)
    const text = row?.[column]
    if (text === undefined) continue
    const set = raw.prepare(`UPDATE ${table} SET "${column}" = ? WHERE ${where}`)
    // A column may take no words but its own: then none, and where it needs some, the row goes.
    const isSet = [withoutNames(text, whole ? () => true : carries), null].some((value) => {
      try {
        return set.run(value, ...values).changes === 1
      } catch {
        return false
      }
    })
    if (!isSet) raw.prepare(`DELETE FROM ${table} WHERE ${where}`).run(...values)
  }
}

const importsIn = (rows: readonly DeskRow[]): number[] => {
  const numbers = rows.flatMap(({ table, key }) => (table === 'import_job' ? Number(key['id']) : table === 'import_row' ? Number(key['import_id']) : []))
  return [...new Set(numbers)]
}

/** Takes everything out, inside an open changeset of kind redaction. `scanned` are changes found before it was opened. */
const takeOut = async (
  { raw }: Opened,
  db: Db,
  changeset: OpenChangeset,
  sought: Sought,
  scanned: { readonly changes: readonly number[]; readonly upTo: number },
): Promise<Touched> => {
  const carries = seeker(sought)
  const texts = findRecordTexts(raw, carries)
  const names = await emptyPeople(db, sought.people)
  for (const text of texts) await emptyText(db, text)
  const reasons = findReasons(raw, carries)
  for (const id of reasons) await db.updateTable('changeset').set({ reason: withheldText }).where('id', '=', id).execute()
  const desk = findDeskRows(raw, sought, carries)
  for (const row of desk) emptyDeskRow(raw, row, carries)
  const changes = [...scanned.changes, ...findChangeValues(raw, sought, carries, scanned.upTo)]
  await takeValues(db, changeset.id, changes)
  const emptied = [...texts.map(({ table, id }) => ({ table: table as string, id })), ...sought.people.map((id) => ({ table: 'detainee', id }))]
  await writeOnce(db, new Map(emptied.map((row) => [`${row.table} ${row.id}`, row])))
  for (const id of sought.people) await changeset.touch({ table: 'detainee', id })
  const byTable = Map.groupBy(desk, ({ table }) => table)
  return {
    names,
    texts: texts.length,
    history: changes.length,
    reasons: reasons.length,
    imports: importsIn(desk),
    desk: Object.fromEntries([...byTable].map(([table, rows]) => [table, rows.length])),
  }
}

/**
 * Takes a person out of the register, its history and everything kept at the desk, as one
 * changeset of kind redaction: numbers and counts stay. History is read before the register is
 * held, so that others wait only for what was written meanwhile. The bytes go with `compact`.
 */
export const takePersonOut = async (register: Opened, sought: Sought, header: Omit<ChangesetHeader, 'kind'>): Promise<Touched> => {
  const last = register.raw.prepare<[], { id: number | null }>('SELECT MAX(id) AS id FROM change').get()
  const upTo = last?.id ?? 0
  const changes = findChangeValues(register.raw, sought, seeker(sought)).filter((id) => id <= upTo)
  return inChangeset(register.db, { ...header, kind: 'redaction' }, (db, changeset) => takeOut(register, db, changeset, sought, { changes, upTo }))
}
