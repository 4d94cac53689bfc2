import type { Kysely, Transaction } from 'kysely'
import type { Account } from '#contract/accounts.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import type { ImportProblem, ImportSettings } from '#contract/import-settings.ts'
import type { setImportRow } from '#contract/imports.ts'
import type { Register } from '../../db/register.ts'
import { conflict, forbidden, found, invalid } from '../../http/errors.ts'
import { questionKey } from '../../imports/check/checker.ts'
import { readRow } from '../../imports/map/read-row.ts'
import { type StoredImport, type StoredRow, answersOf, cellsOf, findStored, fixesOf, settingsOf } from './stored-import.ts'

type Db = Transaction<Register>
type Check = (stored: StoredImport) => void

/** Throws 403 for everyone but the one whose import it is. */
export const refuseOthers = (stored: Pick<StoredImport, 'author_id'>, account: Account): void => {
  if (stored.author_id !== account.id) throw forbidden('Only the one who sent this file works on its import. Send it yourself to import it.')
}

/** An import that this account may work on now. Throws 404, 403, 409, and what `check` throws. */
export const findOwn = async (db: Kysely<Register>, id: number, account: Account, check: Check): Promise<StoredImport> => {
  const stored = await findStored(db, id)
  check(stored)
  refuseOthers(stored, account)
  if (stored.state !== 'mapping' && stored.state !== 'checked') throw conflict('This import is not open any more: it was submitted or discarded.')
  return stored
}

const touched = { updated_at: '', version: 0 }

/** Counts the version up; every change of an import goes through here. */
export const changeImport = async (db: Db, stored: StoredImport, change: Partial<Omit<StoredImport, 'id' | keyof typeof touched>>): Promise<number> => {
  const version = stored.version + 1
  await db.updateTable('import_job').set({ ...change, version, updated_at: new Date().toISOString() }).where('id', '=', stored.id).execute()
  return version
}

/** Keeps how a file is to be read. Throws 400 when it is said to be of another kind. */
export const keepSettings = async (db: Db, stored: StoredImport, settings: ImportSettings): Promise<void> => {
  if (settings.kind !== stored.kind) throw invalid({ 'settings.kind': 'The kind was chosen with the file. Send the file again for another.' })
  await changeImport(db, stored, { settings: JSON.stringify(settings), state: 'mapping', message: null })
}

type RowWrite = BodyOf<typeof setImportRow>

/** Whom of the register the question was about, where the answer is that it is somebody else. */
const notPerson = (row: StoredRow): string | null => {
  const asked = (JSON.parse(row.problems) as ImportProblem[]).find(({ code }) => code === 'may_be_known' || code === 'namesake')
  return asked?.suggestion?.startsWith('D-') === true ? asked.suggestion : null
}

const personChange = (row: StoredRow, { is, reason }: NonNullable<RowWrite['person']>): Partial<StoredRow> => ({
  person: is,
  person_reason: reason === '' ? null : reason,
  not_person: is === 'new' ? notPerson(row) : null,
})

const changeOf = (row: StoredRow, { fix, keep, leftOut, person }: RowWrite): Partial<StoredRow> => {
  const fixes: Record<string, string> = { ...fixesOf(row) }
  if (fix !== undefined && fix.value === null) delete fixes[fix.column]
  else if (fix !== undefined && fix.value !== null) fixes[fix.column] = fix.value
  const kept = answersOf(row).keep
  return {
    ...(fix === undefined ? {} : { fixes: JSON.stringify(fixes) }),
    ...(keep === undefined ? {} : { keep: JSON.stringify([...new Set([...kept, questionKey(keep)])]) }),
    ...(leftOut === undefined ? {} : { left_out: leftOut ? 1 : 0 }),
    ...(person === undefined ? {} : personChange(row, person)),
  }
}

/** Problems of other rows and of the register stay as they were found, until everything is checked again. */
const foundElsewhere = new Set(['may_be_known', 'same_person_twice', 'namesake', 'event_known', 'unknown_event', 'twice_in_event', 'unknown_row'])

const recheck = (settings: ImportSettings, row: StoredRow): Pick<StoredRow, 'state' | 'problems' | 'title'> => {
  const { keep, person, leftOut } = answersOf(row)
  if (leftOut) return { state: 'left_out', problems: '[]', title: row.title }
  const { value, problems } = readRow(settings, cellsOf(row), new Date().toISOString().slice(0, 10))
  const others = (JSON.parse(row.problems) as typeof problems).filter(({ code }) => foundElsewhere.has(code) && person === null)
  const open = [...others, ...problems].filter((problem) => problem.severity === 'error' || !keep.includes(questionKey(problem)))
  const worst = (['error', 'question', 'warning'] as const).find((severity) => open.some((problem) => problem.severity === severity))
  const title = value.kind === 'release_events' ? value.event.title : (value.person.names[0]?.text ?? '')
  return { state: worst ?? 'fine', problems: JSON.stringify(open), title: title.slice(0, 300) }
}

const countsAfter = (stored: StoredImport, before: StoredRow, after: Pick<StoredRow, 'state'>): string | null => {
  if (stored.counts === null || before.state === after.state) return stored.counts
  const counts = JSON.parse(stored.counts)
  counts.states[before.state] = (counts.states[before.state] ?? 0) - 1
  counts.states[after.state] = (counts.states[after.state] ?? 0) + 1
  return JSON.stringify(counts)
}

/**
 * Corrects or answers one row, and looks at it again by itself; whom it may be the same as is looked at
 * when everything is checked, at the latest when it is submitted. Gives the version. Throws 404, 409.
 */
export const changeRow = async (db: Db, stored: StoredImport, number: number, write: RowWrite): Promise<number> => {
  const settings = settingsOf(stored)
  if (settings === null) throw conflict('Choose the columns first.')
  const row = found(
    await db.selectFrom('import_row').where('import_id', '=', stored.id).where('row', '=', number).selectAll().executeTakeFirst(),
    'row of this import',
  )
  const change = changeOf(row, write)
  const again = recheck(settings, { ...row, ...change })
  await db.updateTable('import_row').set({ ...change, ...again }).where('import_id', '=', stored.id).where('row', '=', number).execute()
  return changeImport(db, stored, { counts: countsAfter(stored, row, again) })
}
