import type Database from 'better-sqlite3'
import { type Kysely, type Transaction, sql } from 'kysely'
import type { Register } from '../../db/register.ts'
import type { Taker } from '../../editions/taken-words.ts'
import { rootRowOf } from '../../editions/text-owners.ts'
import { withheldText } from '../../editions/withheld-text.ts'
import type { ChangesetHeader, OpenChangeset } from '../changeset.ts'
import { inChangeset } from '../changeset.ts'
import { isRoot } from '../undo/roots.ts'
import { takeValues } from '../redact.ts'
import { emptyNames, emptyPeople, emptyText } from './empty-records.ts'
import { withoutIt } from './leaves.ts'
import { type DeskRow, findChangeValues, findDeskRows, findReasons, findRecordTexts } from './scan.ts'
import { type Sought, takerOf } from './sought.ts'

type Db = Transaction<Register>
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

/** History's last word on a row that was emptied is the row as it is: it is written once more, with nothing left to hide. */
const writeOnce = async (db: Db, rows: ReadonlyMap<string, { readonly table: string; readonly id: number }>): Promise<void> => {
  for (const { table, id } of rows.values()) await sql`UPDATE ${sql.table(table)} SET id = id WHERE id = ${id}`.execute(db)
}

const everything: Taker = { carries: () => true, without: () => null }

/** What a page opens and saves again: one opened before shall not be saved over it. */
const withVersion: ReadonlySet<string> = new Set(['proposal', 'desk_fact'])

const emptyDeskRow = (raw: Database.Database, { table, key, texts, blobs, whole }: DeskRow, taker: Taker): void => {
  const where = Object.keys(key).map((name) => `"${name}" = ?`).join(' AND ')
  const values = Object.values(key)
  for (const column of blobs) raw.prepare(`UPDATE ${table} SET "${column}" = zeroblob(0) WHERE ${where}`).run(...values)
  for (const column of texts) {
    const row = raw.prepare<unknown[], Readonly<Record<string, string>>>(`SELECT "${column}" FROM ${table} WHERE ${where}`).get(...values)
    const text = row?.[column]
    if (text === undefined) continue
    const set = raw.prepare(`UPDATE ${table} SET "${column}" = ? WHERE ${where}`)
    // A column may take no words but its own: then none, and where it needs some, the row goes.
    const isSet = [withoutIt(text, whole ? everything : taker), null].some((value) => {
      try {
        return set.run(value, ...values).changes === 1
      } catch {
        return false
      }
    })
    if (!isSet) raw.prepare(`DELETE FROM ${table} WHERE ${where}`).run(...values)
  }
  if (withVersion.has(table)) raw.prepare(`UPDATE ${table} SET version = version + 1 WHERE ${where}`).run(...values)
}

const importsIn = (rows: readonly DeskRow[]): number[] => {
  const numbers = rows.flatMap(({ table, key }) => (table === 'import_job' ? Number(key['id']) : table === 'import_row' ? Number(key['import_id']) : []))
  return [...new Set(numbers)]
}

const takeNamesOut = async (raw: Database.Database, db: Db, { people, target }: Sought, taker: Taker): Promise<{ readonly names: number; readonly people: readonly number[] }> =>
  target === null ? { names: await emptyPeople(db, people), people } : emptyNames(raw, db, taker)

/** Takes everything out, inside an open changeset of kind redaction. `scanned` are changes found before it was opened. */
const takeOut = async (
  { raw }: Opened,
  db: Db,
  changeset: OpenChangeset,
  sought: Sought,
  scanned: { readonly changes: readonly number[]; readonly upTo: number },
): Promise<Touched> => {
  const taker = takerOf(sought)
  const { carries } = taker
  const texts = findRecordTexts(raw, taker)
  const { names, people } = await takeNamesOut(raw, db, sought, taker)
  for (const text of texts) await emptyText(raw, db, text, taker)
  const reasons = findReasons(raw, carries)
  for (const id of reasons) await db.updateTable('changeset').set({ reason: withheldText }).where('id', '=', id).execute()
  const desk = findDeskRows(raw, sought, carries)
  for (const row of desk) emptyDeskRow(raw, row, taker)
  const changes = [...scanned.changes, ...findChangeValues(raw, sought, carries, scanned.upTo)]
  await takeValues(db, changeset.id, changes)
  const emptied = [...texts.map(({ table, id }) => ({ table: table as string, id })), ...people.map((id) => ({ table: 'detainee', id }))]
  await writeOnce(db, new Map(emptied.map((row) => [`${row.table} ${row.id}`, row])))
  for (const id of people) await changeset.touch({ table: 'detainee', id })
  // Whoever has one of these open would save it as it was.
  for (const { table, id } of texts) {
    const root = rootRowOf(raw, table, id)
    if (isRoot(root.table)) await changeset.touch({ table: root.table, id: root.id })
  }
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
 * Takes a person, or words, out of the register, its history and everything kept at the desk, as
 * one changeset of kind redaction: numbers and counts stay. History is read before the register is
 * held, so that others wait only for what was written meanwhile. The bytes go with `compact`.
 */
export const takeSoughtOut = async (register: Opened, sought: Sought, header: Omit<ChangesetHeader, 'kind'>): Promise<Touched> => {
  const last = register.raw.prepare<[], { id: number | null }>('SELECT MAX(id) AS id FROM change').get()
  const upTo = last?.id ?? 0
  const changes = findChangeValues(register.raw, sought, takerOf(sought).carries).filter((id) => id <= upTo)
  return inChangeset(register.db, { ...header, kind: 'redaction' }, (db, changeset) => takeOut(register, db, changeset, sought, { changes, upTo }))
}
