import type { Kysely } from 'kysely'
import type { ImportSettings } from '#contract/import-settings.ts'
import type { Register } from '../../db/register.ts'
import { isEmptyRow } from '../../imports/dry-run.ts'
import { readLimits } from '../../imports/read/limits.ts'
import { openTable } from '../../imports/read/open-table.ts'
import { writeTransaction } from '../write-transaction.ts'
import { importFile } from './import-files.ts'
import type { Tell } from './import-process.ts'
import type { StoredImport } from './stored-import.ts'

const rowsAtOnce = 500

/** What a reading of the file depends on; rules for columns are applied later. */
const readingOf = ({ encoding, delimiter, sheet, headerRow }: ImportSettings): string =>
  JSON.stringify({ encoding, delimiter, sheet, headerRow })

/** Deletes the rows of an import, a few thousand at a time, so that others can write in between. */
export const deleteRows = async (db: Kysely<Register>, id: number): Promise<void> => {
  for (;;) {
    const last = await db.selectFrom('import_row').where('import_id', '=', id).select('row').orderBy('row').offset(rowsAtOnce * 8).limit(1).executeTakeFirst()
    await writeTransaction(db, (open) =>
      open
        .deleteFrom('import_row')
        .where('import_id', '=', id)
        .$if(last !== undefined, (query) => query.where('row', '<=', last?.row ?? 0))
        .execute(),
    )
    if (last === undefined) return
  }
}

/**
 * Reads the file into rows, unless they are there already from the same reading. A reading that is
 * killed leaves rows that the next one deletes first. Throws FileProblem.
 */
export const readRows = async (
  db: Kysely<Register>,
  stored: StoredImport,
  settings: ImportSettings,
  { dataDir, importBytes }: { readonly dataDir: string; readonly importBytes: number },
  tell: Tell,
): Promise<void> => {
  const reading = readingOf(settings)
  if (stored.read_as === reading) return
  await db.updateTable('import_job').set({ read_as: null }).where('id', '=', stored.id).execute()
  await deleteRows(db, stored.id)
  const { encoding, delimiter } = settings
  const table = await openTable(importFile(dataDir, stored.id), { encoding, delimiter }, { ...readLimits, fileBytes: importBytes })
  let waiting: { import_id: number; row: number; cells: string }[] = []
  let done = 0
  const keep = async (): Promise<void> => {
    const some = waiting
    waiting = []
    if (some.length > 0) await writeTransaction(db, (open) => open.insertInto('import_row').values(some).execute())
  }
  for await (const row of table.rows(settings.sheet)) {
    done += 1
    if (row.number <= settings.headerRow || isEmptyRow(row)) continue
    waiting.push({ import_id: stored.id, row: row.number, cells: JSON.stringify(row.cells) })
    if (waiting.length === rowsAtOnce) {
      await keep()
      tell('Reading the file', done, null)
    }
  }
  await keep()
  await db.updateTable('import_job').set({ read_as: reading }).where('id', '=', stored.id).execute()
}
