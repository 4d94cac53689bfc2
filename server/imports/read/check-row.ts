import { FileProblem } from './file-problem.ts'
import type { ReadLimits } from './limits.ts'
import type { TableRow } from './table.ts'

const counted = new Intl.NumberFormat('en')

/** `A`, `Z`, `AA`: how a spreadsheet calls its columns; `index` counts from 0. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/** The row, or a FileProblem that says where it is too much. Every reader passes its rows through here. */
export const checkRow = (row: TableRow, limits: ReadLimits): TableRow => {
  const { number, cells } = row
  if (number > limits.rows) {
    throw new FileProblem(`This table has more than ${counted.format(limits.rows)} rows. Send it in parts.`)
  }
  if (cells.length > limits.columns) {
    throw new FileProblem(
      `Row ${number} has ${counted.format(cells.length)} columns; at most ${counted.format(limits.columns)} are read. Take out what is not needed, or choose another delimiter.`,
    )
  }
  const huge = cells.findIndex((cell) => cell.length > limits.cellLetters)
  if (huge !== -1) {
    throw new FileProblem(
      `Row ${number}, column ${columnLetters(huge)} has ${counted.format(cells[huge]?.length ?? 0)} characters in one cell; at most ${counted.format(limits.cellLetters)} are read. A quotation mark before it may never be closed.`,
    )
  }
  return row
}
