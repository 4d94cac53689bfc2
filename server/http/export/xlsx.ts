import type { Cell, Column, Link } from './column.ts'
import { sheetXml } from './sheet-xml.ts'
import type { ZipEntry } from './zip.ts'

/** A sheet of a workbook: at most 31 letters of name, and rows that are read when its turn comes. */
export type Sheet = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: () => AsyncIterable<readonly (readonly Cell[])[]>
}

/** Rows a sheet can hold below its head. */
export const mostSheetRows = 1_048_575

const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const xlsxType = `${types}.sheet`

const contentTypes = (sheets: readonly Sheet[]): string =>
  `<Types xmlns="${packages}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
  sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`).join('') +
  '</Types>'

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${packages}/relationships">${targets
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const workbook = (sheets: readonly Sheet[]): string =>
  `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets>${sheets
    .map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')}</sheets></workbook>`

/** Formats of a cell: 0 plain, 1 head of a column, 2 text that is to stay text. */
const styles =
  `<styleSheet xmlns="${spreadsheet}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** The files of a workbook (ECMA-376), its sheets in their order. */
export const xlsxEntries = (sheets: readonly Sheet[]): ZipEntry[] => [
  { name: '[Content_Types].xml', content: () => [xml(contentTypes(sheets))] },
  { name: '_rels/.rels', content: () => [xml(relationships([['officeDocument', 'xl/workbook.xml']]))] },
  { name: 'xl/workbook.xml', content: () => [xml(workbook(sheets))] },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: () => [
      xml(
        relationships([
          ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
          ['styles', 'styles.xml'],
        ]),
      ),
    ],
  },
  { name: 'xl/styles.xml', content: () => [xml(styles)] },
  ...sheets.map(({ columns, rows }, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: () => sheetXml(columns, rows()),
  })),
]

/** Rows of a list as a sheet. */
export const sheetOf = <Row>(
  name: string,
  columns: readonly Column<Row>[],
  chunks: () => AsyncIterable<readonly Row[]>,
  link: Link,
): Sheet => ({
  name,
  columns: columns.map((column) => column.name),
  rows: async function* () {
    for await (const rows of chunks()) yield rows.map((row) => columns.map(({ of }) => of(row, link)))
  },
})
