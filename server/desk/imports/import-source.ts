import type { Kysely } from 'kysely'
import type { ImportSettings } from '#contract/import-settings.ts'
import type { Register } from '../../db/register.ts'
import { checkSources } from '../record/check-ids.ts'

/** Why the source that a file was said to come from cannot be used, or null: one of the register has to be there still. */
export const findSourceProblem = async (db: Kysely<Register>, settings: Pick<ImportSettings, 'source'> | null): Promise<string | null> => {
  const source = settings?.source ?? null
  return source === null ? null : (Object.values(await checkSources(db, [source]))[0] ?? null)
}
