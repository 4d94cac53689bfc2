import type { Kysely, Selectable } from 'kysely'
import { ImportSettings } from '#contract/import-settings.ts'
import type { ImportTables } from '../../db/import-tables.ts'
import type { Register } from '../../db/register.ts'
import type { RowAnswers } from '../../imports/check/checker.ts'
import { found } from '../../http/errors.ts'

export type StoredImport = Selectable<ImportTables['import_job']>
export type StoredRow = Selectable<ImportTables['import_row']>

/** Throws 404. */
export const findStored = async (db: Kysely<Register>, id: number): Promise<StoredImport> =>
  found(await db.selectFrom('import_job').where('id', '=', id).selectAll().executeTakeFirst(), 'import')

/** The settings as this version reads them; null before the file was looked into, or where they no longer fit. */
export const settingsOf = ({ settings }: Pick<StoredImport, 'settings'>): ImportSettings | null => {
  const read = settings === null ? null : ImportSettings.safeParse(JSON.parse(settings))
  return read?.success ? read.data : null
}

/** What was corrected in a row, by column. */
export const fixesOf = ({ fixes }: Pick<StoredRow, 'fixes'>): Readonly<Record<string, string>> => (fixes === null ? {} : JSON.parse(fixes))

/** The cells of a row as they stand, corrections included. */
export const cellsOf = (row: Pick<StoredRow, 'cells' | 'fixes'>): string[] => {
  const cells: string[] = JSON.parse(row.cells)
  for (const [column, value] of Object.entries(fixesOf(row))) {
    while (cells.length < Number(column)) cells.push('')
    cells[Number(column)] = value
  }
  return cells
}

export const answersOf = ({ left_out, keep, person }: Pick<StoredRow, 'left_out' | 'keep' | 'person'>): RowAnswers => ({
  leftOut: left_out === 1,
  keep: keep === null ? [] : JSON.parse(keep),
  person,
})
