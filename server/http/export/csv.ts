import { markFormula } from '#contract/spreadsheet-text.ts'
import type { Cell, Column, Link } from './column.ts'

/** RFC 4180, 2.6 and 2.7. */
const mustBeQuoted = /[",\r\n]/
const quoted = (text: string): string => (mustBeQuoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Numbers and truth values as they are, an empty cell for what is not stated; a text that a spreadsheet would run is marked. */
export const csvCell = (value: Cell): string => {
  if (value === null) return ''
  return typeof value === 'string' ? quoted(markFormula(value)) : String(value)
}

/** A record with the CRLF that ends it. */
const csvLine = <Row>(columns: readonly Column<Row>[], row: Row, link: Link): string =>
  `${columns.map(({ of }) => csvCell(of(row, link))).join(',')}\r\n`

/** The byte order mark and the names of the columns. */
export const csvHead = (columns: readonly Column<never>[]): string => `\uFEFF${columns.map(({ name }) => csvCell(name)).join(',')}\r\n`

/** RFC 4180 in UTF-8 with a byte order mark, CRLF between records. */
export async function* csvOf<Row>(
  columns: readonly Column<Row>[],
  chunks: AsyncIterable<readonly Row[]>,
  link: Link,
): AsyncGenerator<string, void, undefined> {
  yield csvHead(columns)
  for await (const rows of chunks) {
    if (rows.length > 0) yield rows.map((row) => csvLine(columns, row, link)).join('')
  }
}
