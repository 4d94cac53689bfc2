import type { Register } from '#server/db/register.ts'
import { recordTables } from '#server/db/records.ts'
import type { Opened } from '#server/db/sqlite.ts'

/** Every row of every record table, by table, in the order of their numbers. */
export const allRecords = ({ raw }: Opened<Register>): Record<string, unknown[]> =>
  Object.fromEntries(recordTables.map((table) => [table, raw.prepare(`SELECT * FROM ${table} ORDER BY id`).all()]))
