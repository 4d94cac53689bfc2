import { strFromU8, unzipSync } from 'fflate'

export type SheetCell = string | number | boolean | null

/** Sheets of a workbook by name, each as its rows; what a cell is comes from the file alone. */
export const readXlsx = (bytes: Uint8Array): Map<string, SheetCell[][]> => {
  const files = unzipSync(bytes)
  const text = (name: string): string => {
    const file = files[name]
    if (!file) throw new Error(`The workbook has no ${name}`)
    return strFromU8(file)
  }
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship Id="([^"]+)"[^>]*Target="([^"]+)"/g)].map(
      ([, id = '', target = '']) => [id, target],
    ),
  )
  const sheets = [...text('xl/workbook.xml').matchAll(/<sheet name="([^"]+)" sheetId="\d+" r:id="([^"]+)"\/>/g)]
  return new Map(sheets.map(([, name = '', id = '']) => [name, readSheet(text(`xl/${targets.get(id)}`))]))
}

const readSheet = (xml: string): SheetCell[][] => {
  if (xml.includes('<f>') || xml.includes('<f ')) throw new Error('The sheet has a formula')
  return [...xml.matchAll(/<row r="(\d+)">(.*?)<\/row>/gs)].map(([, number, body = ''], index) => {
    if (Number(number) !== index + 1) throw new Error(`Row ${number} stands at ${index + 1}`)
    const row: SheetCell[] = []
    for (const [, letters = '', attributes = '', content = ''] of body.matchAll(/<c r="([A-Z]+)\d+"([^>]*)>(.*?)<\/c>/gs)) {
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      while (row.length < column) row.push(null)
      row.push(readCell(attributes, content))
    }
    return row
  })
}

const readCell = (attributes: string, content: string): SheetCell => {
  if (attributes.includes('t="inlineStr"')) {
    const text = /^<is><t xml:space="preserve">(.*)<\/t><\/is>$/s.exec(content)?.[1]
    if (text === undefined || /[<>]/.test(text)) throw new Error(`This is no text: ${content}`)
    return text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  }
  const value = /^<v>(.*)<\/v>$/.exec(content)?.[1] ?? ''
  return attributes.includes('t="b"') ? value === '1' : Number(value)
}

/** Rows of a sheet with a head, by the names in it; what is empty is null. */
export const recordsOf = (sheet: readonly SheetCell[][] | undefined): Record<string, SheetCell>[] => {
  const [head = [], ...rows] = sheet ?? []
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [String(name), row[index] ?? null])))
}
