import { looksLikeFormula } from '#contract/spreadsheet-text.ts'
import type { Cell } from './column.ts'

/*
 * One sheet of a workbook (ECMA-376, part 1, 18.3). Text is text: it stands in the cell as an
 * inline string and never as a formula, whatever it begins with.
 */

/** Indexes of the cell formats in `stylesXml`. */
const headStyle = 1
const quotedStyle = 2

const head =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetData>'

/** 0 → A, 25 → Z, 26 → AA. */
const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** Characters that XML cannot hold, and a text that looks like their escape, as `_xHHHH_` (22.9.2.19). */
const unwritable = /_(?=x[0-9A-Fa-f]{4}_)|(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

const escapeXml = (text: string): string =>
  text
    .replace(unwritable, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}"${style === 0 ? '' : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`

const cellXml = (value: Cell, at: string): string => {
  if (value === null) return ''
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`
  // "Quoted" keeps it a text even after someone has edited the cell.
  return textCell(at, value, looksLikeFormula(value) ? quotedStyle : 0)
}

export async function* sheetXml(
  names: readonly string[],
  chunks: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<string, void, undefined> {
  const columns = names.map((_, index) => letters(index))
  yield `${head}<row r="1">${names.map((name, index) => textCell(`${columns[index]}1`, name, headStyle)).join('')}</row>`
  let row = 1
  for await (const rows of chunks) {
    let xml = ''
    for (const cells of rows) {
      row += 1
      xml += `<row r="${row}">${cells.map((cell, index) => cellXml(cell, `${columns[index]}${row}`)).join('')}</row>`
    }
    if (xml !== '') yield xml
  }
  yield '</sheetData></worksheet>'
}
