import { ImportSettings } from '#contract/import-settings.ts'
import type { ImportKind } from '#contract/import-fields.ts'
import { type CheckedRow, checker, noAnswers } from './check/checker.ts'
import type { KnownEvents } from './check/known-events.ts'
import type { KnownPeople } from './check/known-people.ts'
import { guessColumns, guessHeaderRow } from './map/guess-columns.ts'
import { readLimits } from './read/limits.ts'
import { openTable } from './read/open-table.ts'
import type { Table, TableRow } from './read/table.ts'

/** Rows looked at to guess what the columns hold. */
const lookedAt = 200

export const isEmptyRow = ({ cells }: TableRow): boolean => cells.every((cell) => cell.trim() === '')

export type Look = {
  readonly table: Table
  /** The first rows of the sheet. */
  readonly rows: readonly TableRow[]
  readonly settings: ImportSettings
}

/** How a file would be read: what is given, and a guess for the rest. */
export type Wanted = {
  readonly kind: ImportKind
  readonly encoding?: ImportSettings['encoding']
  readonly delimiter?: ImportSettings['delimiter']
  readonly sheet?: string | null
}

/** Looks into a file of at most `fileBytes` and guesses how to read it. Throws FileProblem. */
export const lookInto = async (file: string, wanted: Wanted, fileBytes: number): Promise<Look> => {
  const { kind, sheet = null } = wanted
  const table = await openTable(file, { encoding: wanted.encoding, delimiter: wanted.delimiter }, { ...readLimits, fileBytes })
  const rows: TableRow[] = []
  for await (const row of table.rows(sheet)) {
    if (rows.length >= lookedAt) break
    rows.push(row)
  }
  const headerRow = guessHeaderRow(kind, rows)
  const settings = ImportSettings.parse({
    kind,
    encoding: wanted.encoding ?? null,
    delimiter: wanted.delimiter ?? null,
    sheet: sheet ?? table.sheets[0] ?? null,
    headerRow,
    columns: guessColumns(kind, headerRow, rows),
  })
  return { table, rows, settings }
}

export type DryRun = { readonly header: readonly string[]; readonly row: CheckedRow }

/**
 * Checks every row of a table and changes nothing. Gives each row as it is read, so that a file of any
 * length is never in memory; rows before the header and empty ones are passed over.
 */
export async function* dryRun(
  table: Table,
  settings: ImportSettings,
  known: { readonly people: KnownPeople; readonly events: KnownEvents },
  today: string,
): AsyncGenerator<DryRun> {
  const { check } = checker(settings, { ...known, today })
  let header: readonly string[] = []
  for await (const row of table.rows(settings.sheet)) {
    if (row.number === settings.headerRow) header = row.cells
    if (row.number <= settings.headerRow || isEmptyRow(row)) continue
    yield { header, row: check(row.number, row.cells, noAnswers) }
  }
}
