import type { Kysely } from 'kysely'
import { articleBatch } from '#seed/article.ts'
import { publicReportsBatch } from '#seed/public-reports.ts'
import type { Register } from '../db/register.ts'
import { writeBatch } from './load-batch.ts'

/**
 * Enters the article and the public reports into a register that has no history yet: two
 * changesets in one transaction, so that there is never one without the other. Returns
 * whether it did; a register that holds anything already is left as it is.
 */
export const seedRegister = (register: Kysely<Register>): Promise<boolean> =>
  register.transaction().execute(async (db) => {
    const begun = await db.selectFrom('changeset').select('id').limit(1).executeTakeFirst()
    if (begun !== undefined) return false
    const article = await writeBatch(db, articleBatch)
    await writeBatch(db, publicReportsBatch, article)
    return true
  })
