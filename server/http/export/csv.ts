import { stringify } from 'csv-stringify/sync'
import { markFormula } from '#contract/spreadsheet-text.ts'
import type { Cell, Column, Link } from './column.ts'

const options = { bom: false, record_delimiter: 'windows' as const }

/** Numbers and truth values as they are; a text that a spreadsheet would run is marked. */
const csvCell = (value: Cell): string => {
  if (value === null) return ''
  return typeof value === 'string' ? markFormula(value) : String(value)
}

/** RFC 4180 in UTF-8 with a byte order mark, CRLF between records, an empty cell for what is not stated. */
export async function* csvOf<Row>(
  columns: readonly Column<Row>[],
  chunks: AsyncIterable<readonly Row[]>,
  link: Link,
): AsyncGenerator<string, void, undefined> {
  yield `\uFEFF${stringify([columns.map(({ name }) => name)], options)}`
  for await (const rows of chunks) {
    if (rows.length > 0) yield stringify(rows.map((row) => columns.map(({ of }) => csvCell(of(row, link)))), options)
  }
}
