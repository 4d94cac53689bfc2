import { FileProblem } from './file-problem.ts'
import type { ReadLimits } from './limits.ts'
import type { Table, TableRow } from './table.ts'
import { readSheet } from './xlsx-sheet.ts'
import { type Workbook, readSharedTexts, readWorkbook } from './xlsx-workbook.ts'
import { openZip } from './zip-file.ts'

const partOf = (workbook: Workbook, name: string | null | undefined): string => {
  const [first] = workbook.sheets
  const sheet = name === null || name === undefined ? first : workbook.sheets.find((one) => one.name === name)
  if (sheet === undefined) throw new FileProblem('This workbook has no sheet of that name. Choose one of its sheets.')
  return sheet.part
}

async function* readRows(file: string, workbook: Workbook, name: string | null | undefined, limits: ReadLimits): AsyncGenerator<TableRow> {
  const zip = await openZip(file, limits)
  try {
    const shared = await readSharedTexts(zip, limits.sharedLetters)
    yield* readSheet(zip, partOf(workbook, name), { shared, workbook }, limits)
  } finally {
    zip.close()
  }
}

/** Opens an XLSX workbook: its list of sheets is read now, a sheet's cells when they are asked for. */
export const openXlsx = async (file: string, limits: ReadLimits): Promise<Table> => {
  const zip = await openZip(file, limits)
  try {
    const workbook = await readWorkbook(zip)
    return {
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      sheets: workbook.sheets.map(({ name }) => name),
      rows: (name) => readRows(file, workbook, name, limits),
    }
  } finally {
    zip.close()
  }
}
