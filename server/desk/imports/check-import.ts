import type { Kysely } from 'kysely'
import type { ImportProblem, ImportSettings } from '#contract/import-settings.ts'
import type { Register } from '../../db/register.ts'
import { checker, questionKey } from '../../imports/check/checker.ts'
import { loadKnown } from '../../imports/check/load-known.ts'
import { type Counts, tally } from '../../imports/report.ts'
import { writeTransaction } from '../write-transaction.ts'
import type { Tell } from './import-process.ts'
import { onFile } from './look-at-import.ts'
import { readRows } from './read-rows.ts'
import { type StoredRow, answersOf, cellsOf, findStored, fixesOf, settingsOf } from './stored-import.ts'

const rowsAtOnce = 500

/** One answer for every open problem of a kind. Who someone is, is answered row by row. */
export type Answer = {
  readonly problem: string
  readonly answer: 'take_suggestion' | 'keep' | 'leave_out'
}

type RowChange = Partial<Pick<StoredRow, 'fixes' | 'keep' | 'left_out' | 'person' | 'person_reason'>>

/** What an answer makes of a row; nothing where the row does not have the problem. */
export const answered = (row: StoredRow, { problem: code, answer }: Answer): RowChange => {
  const problems = (JSON.parse(row.problems) as ImportProblem[]).filter((problem) => problem.code === code)
  const [first] = problems
  if (first === undefined) return {}
  if (answer === 'leave_out') return { left_out: 1 }
  if (answer === 'keep') {
    return { keep: JSON.stringify([...new Set([...answersOf(row).keep, ...problems.filter(({ severity }) => severity !== 'error').map(questionKey)])]) }
  }
  const fixes = { ...fixesOf(row) }
  for (const { column, suggestion } of problems) if (column !== null && suggestion !== null) fixes[column] = suggestion
  return { fixes: JSON.stringify(fixes) }
}

/** The rows of an import in their order, some at a time. */
export async function* storedRows(db: Kysely<Register>, id: number): AsyncGenerator<readonly StoredRow[]> {
  for (let after = 0; ; ) {
    const rows = await db.selectFrom('import_row').where('import_id', '=', id).where('row', '>', after).selectAll().orderBy('row').limit(rowsAtOnce).execute()
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = last.row
  }
}

/**
 * Checks every row against the register as it is, and keeps what was found, some rows at a time. Gives
 * the counts. Until they are kept, no check counts: one that is stopped is done again before anything goes in.
 */
export const checkRows = async (db: Kysely<Register>, id: number, settings: ImportSettings, answer: Answer | null, tell: Tell): Promise<Counts> => {
  tell('Reading who is in the register', 0, null)
  await db.updateTable('import_job').set({ checked_as: null }).where('id', '=', id).execute()
  const known = await loadKnown(db)
  const { total } = await db.selectFrom('import_row').where('import_id', '=', id).select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const { check } = checker(settings, { ...known, today: new Date().toISOString().slice(0, 10) })
  const counting = tally()
  let done = 0
  for await (const rows of storedRows(db, id)) {
    const changes = rows.flatMap((row) => {
      const change = answer === null ? {} : answered(row, answer)
      const now = { ...row, ...change }
      const checked = check(row.row, cellsOf(now), answersOf(now))
      counting.add(checked)
      const found = { state: checked.state, title: checked.title.slice(0, 300), problems: JSON.stringify(checked.problems) }
      const isSame = found.state === row.state && found.title === row.title && found.problems === row.problems && Object.keys(change).length === 0
      return isSame ? [] : [{ row: row.row, values: { ...change, ...found } }]
    })
    if (changes.length > 0) {
      await writeTransaction(db, async (open) => {
        for (const { row, values } of changes) {
          await open.updateTable('import_row').set(values).where('import_id', '=', id).where('row', '=', row).execute()
        }
      })
    }
    done += rows.length
    tell('Checking the rows', done, total)
  }
  return counting.counts()
}

/** What a check rests on: the version of the import, and the last thing that happened in the register. */
export const checkedAs = async (db: Kysely<Register>, version: number): Promise<string> => {
  const last = await db.selectFrom('changeset').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return `version ${version}, changeset ${last?.id ?? 0}`
}

/** Marks an import as checked, with what was found. `as` is what the check rested on, null where that is not known. */
export const keepCounts = (db: Kysely<Register>, id: number, counts: Counts, message: string | null, as: string | null): Promise<unknown> =>
  db
    .updateTable('import_job')
    .set((eb) => ({
      state: 'checked',
      counts: JSON.stringify(counts),
      message,
      checked_as: as,
      version: eb('version', '+', 1),
      updated_at: new Date().toISOString(),
    }))
    .where('id', '=', id)
    .execute()

/** Reads the file where that is still to be done, and checks every row. */
export const checkImport = (
  db: Kysely<Register>,
  place: { readonly id: number; readonly dataDir: string; readonly importBytes: number },
  answer: Answer | null,
  tell: Tell,
): Promise<void> =>
  onFile(db, place.id, async () => {
    const stored = await findStored(db, place.id)
    const settings = settingsOf(stored)
    if (settings === null) return
    await readRows(db, stored, settings, place, tell)
    const as = await checkedAs(db, stored.version + 1)
    await keepCounts(db, place.id, await checkRows(db, place.id, settings, answer, tell), null, as)
  })
