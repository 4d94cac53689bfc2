import { Readable } from 'node:stream'
import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import { type Finding, findingOf, reportCsvOf } from '../../imports/report.ts'
import { storedRows } from './check-import.ts'
import { headerOf } from './import-view.ts'
import type { StoredImport } from './stored-import.ts'

async function* findingsOf(db: Kysely<Register>, stored: StoredImport): AsyncGenerator<readonly Finding[]> {
  const header = headerOf(stored)
  for await (const rows of storedRows(db, stored.id)) {
    yield rows.flatMap((row) => (JSON.parse(row.problems) as Parameters<typeof findingOf>[3][]).map((problem) => findingOf(stored, header, row.row, problem)))
  }
}

/** Every open problem of an import as CSV, made as it is read. */
export const importReport = (db: Kysely<Register>, stored: StoredImport): Readable => Readable.from(reportCsvOf(findingsOf(db, stored)))
