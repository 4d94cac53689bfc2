/** One row as it stands in the file. `number` counts from 1, as a spreadsheet does; empty rows count. */
export type TableRow = { readonly number: number; readonly cells: readonly string[] }

export type TableFormat = 'csv' | 'xlsx' | 'json'

/**
 * A file opened for reading. Cells are text: a date cell of a spreadsheet is `2024-03-01`, a formula
 * is itself (`=A1+B1`), an empty cell is ''. Cells at the end of a row may be left out.
 */
export type Table = {
  readonly format: TableFormat
  /** For CSV: how the bytes were read, and what parts the cells. */
  readonly encoding: string | null
  readonly delimiter: string | null
  /** For XLSX, in the order of the workbook; otherwise empty. */
  readonly sheets: readonly string[]
  /** The rows of a sheet, the first one when none is named. Throws FileProblem where the file breaks. */
  readonly rows: (sheet?: string | null) => AsyncIterable<TableRow> | Iterable<TableRow>
}
