import type { Kysely } from 'kysely'
import type { ImportPreview } from '#contract/import-view.ts'
import type { Register } from '../../db/register.ts'
import { lookInto } from '../../imports/dry-run.ts'
import { FileProblem } from '../../imports/read/file-problem.ts'
import { writeTransaction } from '../write-transaction.ts'
import { importFile } from './import-files.ts'
import { findStored, settingsOf } from './stored-import.ts'

const shownRows = 20
const shownLetters = 200

type Place = { readonly id: number; readonly dataDir: string; readonly importBytes: number }

const sayProblem = (db: Kysely<Register>, id: number, message: string): Promise<unknown> =>
  db
    .updateTable('import_job')
    .set((eb) => ({ message, version: eb('version', '+', 1), updated_at: new Date().toISOString() }))
    .where('id', '=', id)
    .execute()

/** Runs work on the file of an import; why the file cannot be read is kept for the one who sent it. */
export const onFile = async (db: Kysely<Register>, id: number, work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    await sayProblem(db, id, error.message)
  }
}

/** Opens the file of an import, keeps its first rows, and guesses what its columns hold. */
export const lookAtImport = (db: Kysely<Register>, { id, dataDir, importBytes }: Place): Promise<void> =>
  onFile(db, id, async () => {
    const stored = await findStored(db, id)
    const before = settingsOf(stored)
    const look = await lookInto(
      importFile(dataDir, id),
      { kind: stored.kind, encoding: before?.encoding ?? null, delimiter: before?.delimiter ?? null, sheet: before?.sheet ?? null },
      importBytes,
    )
    const preview: ImportPreview = {
      format: look.table.format,
      encoding: look.table.encoding,
      delimiter: look.table.delimiter,
      sheets: [...look.table.sheets],
      rows: look.rows.slice(0, shownRows).map(({ number, cells }) => ({ number, cells: cells.map((cell) => cell.slice(0, shownLetters)) })),
    }
    const settings = before === null ? look.settings : { ...look.settings, country: before.country, visibility: before.visibility, source: before.source }
    await writeTransaction(db, (open) =>
      open
        .updateTable('import_job')
        .set((eb) => ({
          settings: JSON.stringify(settings),
          preview: JSON.stringify(preview),
          message: null,
          state: 'mapping',
          version: eb('version', '+', 1),
          updated_at: new Date().toISOString(),
        }))
        .where('id', '=', id)
        .execute(),
    )
  })
