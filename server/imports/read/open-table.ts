import { stat } from 'node:fs/promises'
import { type CsvChoices, openCsv } from './csv.ts'
import { firstBytes } from './decode.ts'
import { guessEncoding } from './encoding.ts'
import { FileProblem } from './file-problem.ts'
import { openJson } from './json.ts'
import { type ReadLimits, readLimits } from './limits.ts'
import type { Table, TableFormat } from './table.ts'
import { openXlsx } from './xlsx.ts'

const begins = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte)

/** By what is in the file, not by what it is called. Throws FileProblem for an old or empty workbook. */
const formatOf = (bytes: Uint8Array): TableFormat => {
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx'
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new FileProblem('This is an old Excel file (.xls), or one with a password. Save it as .xlsx without a password and send that.')
  }
  const text = new TextDecoder(guessEncoding(bytes)).decode(bytes, { stream: true })
  return /^\s*[[{]\s*(?:[{"\]}]|$)/u.test(text) ? 'json' : 'csv'
}

/**
 * Opens a table, whatever of the three kinds it is. Nothing is read but its beginning (JSON: the
 * whole). Throws FileProblem for what cannot be read or is beyond the limits.
 */
export const openTable = async (file: string, choices: CsvChoices = {}, limits: ReadLimits = readLimits): Promise<Table> => {
  const { size } = await stat(file)
  if (size === 0) throw new FileProblem('This file is empty.')
  if (size > limits.fileBytes) {
    throw new FileProblem(
      `This file has ${Math.ceil(size / 1024 / 1024)} MB; this installation takes ${Math.floor(limits.fileBytes / 1024 / 1024)} MB at most. Send it in parts.`,
    )
  }
  const format = formatOf(await firstBytes(file, 64 * 1024))
  if (format === 'xlsx') return openXlsx(file, limits)
  return format === 'json' ? openJson(file, limits) : openCsv(file, choices, limits)
}
