import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CsvChoices } from '#server/imports/read/csv.ts'
import { type ReadLimits, readLimits } from '#server/imports/read/limits.ts'
import { openTable } from '#server/imports/read/open-table.ts'
import type { Table, TableRow } from '#server/imports/read/table.ts'
import { temporaryFolder } from '#tests/support/test-register.ts'

export type Read = { readonly table: Table; readonly rows: readonly TableRow[] }

/** Everything the reader finds in these bytes. Rejects with its refusal. */
export const readBytesIn = async (
  folder: string,
  bytes: Uint8Array,
  { sheet = null, limits = {}, ...choices }: CsvChoices & { sheet?: string | null; limits?: Partial<ReadLimits> } = {},
): Promise<Read> => {
  const file = join(folder, 'sent')
  await writeFile(file, bytes)
  const table = await openTable(file, choices, { ...readLimits, ...limits })
  const rows: TableRow[] = []
  for await (const row of table.rows(sheet)) rows.push(row)
  return { table, rows }
}

export const readBytes = async (bytes: Uint8Array, more: Parameters<typeof readBytesIn>[2] = {}): Promise<Read> =>
  readBytesIn(await temporaryFolder(), bytes, more)

export const cellsOf = ({ rows }: Read): readonly (readonly string[])[] => rows.map(({ cells }) => cells)
