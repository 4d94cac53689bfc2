import type { Transaction } from 'kysely'
import type { Register } from '../../db/register.ts'
import { conflict } from '../../http/errors.ts'
import { type RowValue, readRow } from '../../imports/map/read-row.ts'
import { fileSource } from '../../imports/map/say.ts'
import type { OpenChangeset } from '../../register/changeset.ts'
import { findAccountNames } from '../accounts/accounts.queries.ts'
import { enterSources } from '../record/sources.ts'
import { type ImportWriter, importWriter } from './import-writer.ts'
import type { ImportBody } from './import-body.ts'
import { storedRows } from './check-import.ts'
import { type StoredRow, cellsOf, findStored, settingsOf } from './stored-import.ts'

type Db = Transaction<Register>

const outdated = () => conflict('This import no longer fits this version. Return it, so that its author checks it again.')

const keepRecords = async (db: Db, id: number, records: ReadonlyMap<number, string>): Promise<void> => {
  for (const [row, record] of records) await db.updateTable('import_row').set({ record }).where('import_id', '=', id).where('row', '=', row).execute()
}

type Author = { readonly id: string; readonly name: string }

const findAuthor = async (db: Db, id: string): Promise<Author> => ({ id, name: (await findAccountNames(db, [id])).get(id) ?? id })

const numberIn = (ref: string): number => Number(ref.slice(2))

/** Keeps that a row was said to be about another person than the register knew: nobody is asked again. */
const keepVerdicts = async (db: Db, rows: readonly StoredRow[], records: ReadonlyMap<number, string>, { id, name }: Author): Promise<void> => {
  for (const { row, not_person, person_reason } of rows) {
    const record = records.get(row)
    if (not_person === null || record === undefined) continue
    const [a = 0, b = 0] = [numberIn(record), numberIn(not_person)].toSorted((one, other) => one - other)
    await db
      .insertInto('duplicate_verdict')
      .values({ a_id: a, b_id: b, reason: person_reason ?? 'Said when a list was imported', author: name, author_id: id, made_at: new Date().toISOString() })
      .onConflict((known) => known.columns(['a_id', 'b_id']).doNothing())
      .execute()
  }
}

const isAboutOther = ({ person }: StoredRow): boolean => person !== null && person !== 'new'

/** Enters rows as they stand: first those about new people or events, then those that add to others. */
const enterRows = async (db: Db, id: number, valueOf: (row: StoredRow) => RowValue, writer: ImportWriter, author: Author): Promise<void> => {
  for (const others of [false, true]) {
    for await (const rows of storedRows(db, id)) {
      const goIn = rows.filter((row) => row.left_out === 0 && isAboutOther(row) === others)
      for (const row of goIn) await writer.enter(row.row, valueOf(row), row.person)
      const records = await writer.flush()
      await keepRecords(db, id, records)
      await keepVerdicts(db, goIn, records, author)
    }
  }
}

/**
 * Enters an import inside an open changeset: each value with the words of its cell and the file's source.
 * Throws 409 when it is not waiting to be entered, or a row cannot be read any more.
 */
export const applyImport = async (db: Db, changeset: OpenChangeset, { importId }: ImportBody): Promise<void> => {
  const stored = await findStored(db, importId)
  const settings = settingsOf(stored)
  if (stored.state !== 'submitted' || settings === null || settings.source === null) throw outdated()
  const sources = await enterSources(db, changeset, [{ ...settings.source, key: fileSource }])
  const writer = await importWriter(db, changeset, sources)
  const today = new Date().toISOString().slice(0, 10)
  const valueOf = (row: StoredRow): RowValue => {
    const { value, problems } = readRow(settings, cellsOf(row), today)
    if (problems.some(({ severity }) => severity === 'error')) throw outdated()
    return value
  }
  const author = await findAuthor(db, stored.author_id)
  await enterRows(db, importId, valueOf, writer, author)
  await db
    .updateTable('import_job')
    .set((eb) => ({ state: 'applied', version: eb('version', '+', 1), updated_at: new Date().toISOString() }))
    .where('id', '=', importId)
    .execute()
}
