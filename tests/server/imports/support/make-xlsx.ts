import { strToU8, zipSync } from 'fflate'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A cell as XML: text, a number, a date by its serial (style 1), or XML of one's own. */
export type MadeCell = string | number | null | { readonly serial: number } | { readonly xml: string }

const cellXml = (cell: MadeCell, reference: string): string => {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  if ('xml' in cell) return `<c r="${reference}" ${cell.xml}</c>`
  return `<c r="${reference}" s="1"><v>${cell.serial}</v></c>`
}

const sheetXml = (rows: readonly (readonly MadeCell[])[]): string =>
  `<worksheet><sheetData>${rows
    .map(
      (row, y) =>
        `<row r="${y + 1}">${row.map((cell, x) => cellXml(cell, `${String.fromCharCode(65 + x)}${y + 1}`)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`

type More = { readonly date1904?: boolean; readonly shared?: readonly string[]; readonly parts?: Readonly<Record<string, string>> }

/** A workbook as the spreadsheet programs write it, as far as the reader looks at it. */
export const makeXlsx = (sheets: Readonly<Record<string, readonly (readonly MadeCell[])[]>>, more: More = {}): Uint8Array => {
  const names = Object.keys(sheets)
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${more.date1904 === true ? 1 : 0}"/><sheets>${names
      .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${(more.shared ?? []).map((text) => `<si><r><t>${escaped(text)}</t></r></si>`).join('')}</sst>`,
  }
  for (const [index, name] of names.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheets[name] ?? [])
  return zipSync(Object.fromEntries(Object.entries({ ...parts, ...more.parts }).map(([name, text]) => [name, strToU8(text)])))
}
