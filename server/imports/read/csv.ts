import { csvParser } from './csv-parser.ts'
import { decodeFile, firstBytes } from './decode.ts'
import { type Delimiter, guessDelimiter } from './delimiter.ts'
import { type Encoding, guessEncoding } from './encoding.ts'
import { FileProblem } from './file-problem.ts'
import type { ReadLimits } from './limits.ts'
import type { Table, TableRow } from './table.ts'

const sampleBytes = 256 * 1024

/** What the one who sends a file says about it; what is left out is guessed. */
export type CsvChoices = { readonly encoding?: Encoding | null | undefined; readonly delimiter?: Delimiter | null | undefined }

const saysDelimiter = ({ number, cells }: TableRow): boolean => number === 1 && (cells[0] ?? '').startsWith('sep=')

/** The rows of a CSV file: only what is being read is in memory. */
async function* readRows(file: string, encoding: Encoding, delimiter: string, limits: ReadLimits): AsyncGenerator<TableRow> {
  const parser = csvParser(delimiter, limits)
  for await (const text of decodeFile(file, encoding)) {
    for (const row of parser.push(text)) if (!saysDelimiter(row)) yield row
  }
  for (const row of parser.end()) if (!saysDelimiter(row)) yield row
}

/** Opens a CSV file. Encoding and delimiter are guessed from its beginning where they are not given. */
export const openCsv = async (file: string, choices: CsvChoices, limits: ReadLimits): Promise<Table> => {
  const sample = await firstBytes(file, sampleBytes)
  const encoding = choices.encoding ?? guessEncoding(sample)
  const text = new TextDecoder(encoding).decode(sample, { stream: true })
  if (text.includes('\0')) {
    throw new FileProblem('This file is not a table: it has bytes that no text has. Send CSV, XLSX or JSON, or choose another encoding.')
  }
  const delimiter = choices.delimiter ?? guessDelimiter(text)
  return { format: 'csv', encoding, delimiter, sheets: [], rows: () => readRows(file, encoding, delimiter, limits) }
}
