import { dayOfSerial } from '../excel-date.ts'
import { checkRow } from './check-row.ts'
import { FileProblem } from './file-problem.ts'
import type { ReadLimits } from './limits.ts'
import type { TableRow } from './table.ts'
import type { Workbook } from './xlsx-workbook.ts'
import { type XmlEvents, readXml } from './xml.ts'
import type { ZipParts } from './zip-file.ts'

/** `AB12` → 27; null for what is no reference. */
const columnOf = (reference: string | undefined): number | null => {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  return letters === undefined ? null : Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

type Cell = { column: number; type: string; style: number; value: string; text: string; formula: string | null }

type Words = { readonly shared: readonly string[]; readonly workbook: Workbook }

/** A number as people write it: the 15 digits a spreadsheet shows, not the bits it keeps. */
const plainNumber = (value: string): string => (/^-?\d+$/.test(value) ? value : String(Number(Number(value).toPrecision(15))))

const textOf = ({ type, style, value, text, formula }: Cell, { shared, workbook }: Words): string => {
  if (formula !== null) return `=${formula}`
  if (type === 's') return shared[Number(value)] ?? ''
  if (type === 'inlineStr') return text
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.slice(0, 10)
  if (type === 'str' || type === 'e' || value === '') return value
  const day = workbook.showsDate(style) ? dayOfSerial(Number(value), workbook.system) : null
  return day ?? plainNumber(value)
}

/** The handlers that turn a sheet's tags into rows; finished ones are pushed to `rows`. */
const sheetEvents = (rows: TableRow[], words: Words, limits: ReadLimits): XmlEvents => {
  let number = 0
  let cells: string[] = []
  let cell: Cell | null = null
  let inside: 'v' | 't' | 'f' | null = null

  const openRow = (given: string | undefined): void => {
    const next = given === undefined ? number + 1 : Number(given)
    if (!Number.isInteger(next) || next <= number) throw new FileProblem(`Row ${number + 1} of the sheet is out of its order: the file is damaged. Save it again and send that.`)
    // Rows without cells are not written in the file.
    if (next > limits.rows) checkRow({ number: next, cells: [] }, limits)
    number = next
    cells = []
  }
  const openCell = (attributes: Readonly<Record<string, string>>): void => {
    const column = columnOf(attributes.r) ?? cells.length
    if (column >= limits.columns) checkRow({ number, cells: Array.from({ length: column + 1 }, () => '') }, limits)
    cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', text: '', formula: null }
  }
  const closeCell = (): void => {
    if (cell === null) return
    while (cells.length < cell.column) cells.push('')
    cells[cell.column] = textOf(cell, words)
    cell = null
  }

  return {
    open: (name, attributes) => {
      if (name === 'row') openRow(attributes.r)
      else if (name === 'c') openCell(attributes)
      else if (name === 'v' || name === 't') inside = name
      else if (name === 'f' && cell !== null) {
        inside = 'f'
        cell.formula = ''
      }
    },
    text: (piece) => {
      if (cell === null || inside === null) return
      if (inside === 'v') cell.value += piece
      else if (inside === 't') cell.text += piece
      else cell.formula = (cell.formula ?? '') + piece
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'f') inside = null
      else if (name === 'c') closeCell()
      else if (name === 'row') rows.push(checkRow({ number, cells }, limits))
    },
  }
}

/** The rows of one sheet, as they are read. */
export async function* readSheet(zip: ZipParts, part: string, words: Words, limits: ReadLimits): AsyncGenerator<TableRow> {
  const rows: TableRow[] = []
  const events = sheetEvents(rows, words, limits)
  for await (const _ of readXml(zip.text(part), part, events)) {
    if (rows.length === 0) continue
    yield* rows.splice(0)
  }
}
