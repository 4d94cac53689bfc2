import { checkRow } from './check-row.ts'
import { FileProblem } from './file-problem.ts'
import type { ReadLimits } from './limits.ts'
import type { TableRow } from './table.ts'

const neverClosed = (line: number): FileProblem =>
  new FileProblem(
    `A quotation mark opened on line ${line} is never closed. Close it, or write "" where a quotation mark is meant, and send the file again.`,
  )

export type CsvParser = {
  /** Takes in a piece of text and gives the rows it completes. */
  readonly push: (text: string) => readonly TableRow[]
  /** Gives the last row, where no line break ended it. */
  readonly end: () => readonly TableRow[]
}

/**
 * CSV as RFC 4180 has it and as people write it: quotes inside an unquoted cell are themselves
 * (`ООО "Ромашка"`), text after a closing quote is kept, rows may be of different lengths, lines
 * end in LF, CRLF or CR. Throws FileProblem with the line for a quote that is never closed and
 * for what is beyond the limits. A parser of our own, because one that says where a quote was
 * opened, and stops at a limit instead of swallowing the rest of the file, was not to be had.
 */
export const csvParser = (delimiter: string, limits: ReadLimits): CsvParser => {
  let cells: string[] = []
  let cell = ''
  let state: 'start' | 'plain' | 'quoted' | 'closing' = 'start'
  let spans = false
  let opened = 0
  let line = 1
  let number = 0
  let afterReturn = false
  let done: TableRow[] = []

  const endCell = (): void => {
    cells.push(cell)
    if (cells.length > limits.columns) checkRow({ number: number + 1, cells }, limits)
    cell = ''
    state = 'start'
    spans = false
  }
  const endRow = (): void => {
    endCell()
    number += 1
    done.push(checkRow({ number, cells }, limits))
    cells = []
  }
  const outside = (letter: string): void => {
    if (letter === delimiter) endCell()
    else if (letter === '\n') endRow()
    else if (letter === '"' && state === 'start') {
      state = 'quoted'
      opened = line
    } else {
      cell += letter
      state = 'plain'
    }
  }
  const read = (letter: string): void => {
    if (state === 'quoted') {
      if (letter === '"') state = 'closing'
      else {
        cell += letter
        if (letter === '\n') spans = true
        if (cell.length > limits.cellLetters) throw neverClosed(opened)
      }
    } else if (state === 'closing' && letter === '"') {
      cell += letter
      state = 'quoted'
    } else {
      // A quote that is followed by more text after several lines was opened by a later cell's.
      if (state === 'closing' && spans && letter !== delimiter && letter !== '\n') throw neverClosed(opened)
      if (state === 'closing') state = 'plain'
      outside(letter)
      if (cell.length > limits.cellLetters) checkRow({ number: number + 1, cells: [...cells, cell] }, limits)
    }
  }
  const taken = (): TableRow[] => {
    const rows = done
    done = []
    return rows
  }

  return {
    push: (text) => {
      for (const letter of text) {
        const breaks = letter === '\r' || (letter === '\n' && !afterReturn)
        if (letter !== '\n' || !afterReturn) read(letter === '\r' ? '\n' : letter)
        afterReturn = letter === '\r'
        if (breaks) line += 1
      }
      return taken()
    },
    end: () => {
      if (state === 'quoted') throw neverClosed(opened)
      if (state !== 'start' || cells.length > 0) endRow()
      return taken()
    },
  }
}
