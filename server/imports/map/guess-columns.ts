import { type ImportKind, fieldOf } from '#contract/import-fields.ts'
import { ColumnRule, type ImportSettings } from '#contract/import-settings.ts'
import { dayOfSerial } from '../excel-date.ts'
import type { TableRow } from '../read/table.ts'
import { fieldOfHeader } from '../words/headers.ts'
import { surnameLast } from './read-name-cell.ts'
import { namePartsOf } from '../../names/key.ts'

/** The row that most looks like the names of columns, among the first; 0 where none does. */
export const guessHeaderRow = (kind: ImportKind, rows: readonly TableRow[]): number => {
  let best = { number: 0, known: 0 }
  for (const { number, cells } of rows.slice(0, 15)) {
    const known = new Set(cells.flatMap((cell) => fieldOfHeader(kind, cell) ?? [])).size
    if (known > best.known) best = { number, known }
  }
  return best.number
}

const most = (texts: readonly string[], fits: (text: string) => boolean): boolean => {
  const filled = texts.filter((text) => text.trim() !== '')
  return filled.length > 0 && filled.filter(fits).length > filled.length / 2
}

const numbersSlashed = /^(\d{1,2})[/](\d{1,2})[/]\d{4}/u

/** Month first only where the column itself leaves no doubt: most of its days are no months. */
const isMonthFirst = (texts: readonly string[]): boolean => {
  const found = texts.flatMap((text) => numbersSlashed.exec(text.trim()) ?? [])
  return found.length > 0 && most(texts, (text) => Number(numbersSlashed.exec(text.trim())?.[2] ?? 0) > 12)
}

const isSerialColumn = (texts: readonly string[]): boolean =>
  most(texts, (text) => /^\d{5}$/u.test(text.trim()) && dayOfSerial(Number(text), '1900') !== null)

const isSurnameFirst = (texts: readonly string[]): boolean =>
  most(texts, (text) => {
    const parts = namePartsOf(text)
    return parts.length > 1 && parts[0]?.given === false && parts[1]?.given === true && surnameLast(text) !== text
  })

/** Rules a column seems to need, by what most of its first cells hold. */
const ruleOf = (column: number, field: string, kind: ImportKind, texts: readonly string[]): ColumnRule => {
  const type = fieldOf(kind, field)?.type
  return ColumnRule.parse({
    column,
    field,
    ...(type === 'date' && isMonthFirst(texts) ? { dateOrder: 'month_first' } : {}),
    ...(type === 'date' && isSerialColumn(texts) ? { serials: '1900' } : {}),
    ...(type === 'name' && isSurnameFirst(texts) ? { nameOrder: 'surname_first' } : {}),
  })
}

/**
 * Which columns hold what, by their names and their first cells. A guess for a person to look at:
 * a column whose name says nothing is left out.
 */
export const guessColumns = (kind: ImportKind, headerRow: number, rows: readonly TableRow[]): ImportSettings['columns'] => {
  const header = rows.find(({ number }) => number === headerRow)
  const body = rows.filter(({ number }) => number > headerRow)
  const taken = new Set<string>()
  return (header?.cells ?? []).flatMap((name, column) => {
    const field = fieldOfHeader(kind, name)
    if (field === null || taken.has(field)) return []
    taken.add(field)
    return [ruleOf(column, field, kind, body.map(({ cells }) => cells[column] ?? ''))]
  })
}
