import type { Kysely } from 'kysely'
import { ImportSettings } from '#contract/import-settings.ts'
import type { ImportTables } from '../db/import-tables.ts'

/** The settings kept under this name; null where there are none, or they no longer fit this version. */
export const loadProfile = async (db: Kysely<ImportTables>, name: string): Promise<ImportSettings | null> => {
  const row = await db.selectFrom('import_profile').where('name', '=', name).select('settings').executeTakeFirst()
  const read = row === undefined ? null : ImportSettings.safeParse(JSON.parse(row.settings))
  return read?.success ? read.data : null
}
