import type { Router } from 'express'
import type { Kysely, Selectable } from 'kysely'
import { ImportSettings } from '#contract/import-settings.ts'
import { type ImportProfile, listImportProfiles, saveImportProfile } from '#contract/import-profiles.ts'
import type { ImportTables } from '../../db/import-tables.ts'
import type { Register } from '../../db/register.ts'
import { findAnswer, keepAnswer, onceKeyOf } from '../access/answer-once.ts'
import type { Access } from '../access/guard.ts'
import { writeTransaction } from '../write-transaction.ts'

type Stored = Selectable<ImportTables['import_profile']>

/** A profile as it is shown; none for one that no longer fits this version. */
const viewOf = ({ id, name, settings, updated_at }: Stored): ImportProfile[] => {
  const read = ImportSettings.safeParse(JSON.parse(settings))
  return read.success ? [{ id, name, settings: read.data, updatedAt: updated_at }] : []
}

/** How files of known sources are read: one profile a source, the last one saved. */
export const mountImportProfiles = (router: Router, access: Access, register: Kysely<Register>): void => {
  access.serve(router, listImportProfiles, async () => {
    const rows = await register.selectFrom('import_profile').selectAll().orderBy('name').execute()
    return { data: rows.flatMap(viewOf) }
  })

  access.serve(router, saveImportProfile, ({ body, request, account }) => {
    const once = onceKeyOf(request, account.id)
    return writeTransaction(register, async (db) => {
      const before = await findAnswer(db, once)
      if (before !== undefined) return saveImportProfile.response.parse(before)
      const values = { settings: JSON.stringify(body.settings), updated_at: new Date().toISOString(), updated_by: account.id }
      const stored = await db
        .insertInto('import_profile')
        .values({ name: body.name, ...values })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
        .returningAll()
        .executeTakeFirstOrThrow()
      const [profile] = viewOf(stored)
      if (profile === undefined) throw new Error('A profile that was just saved cannot be read')
      await keepAnswer(db, once, profile)
      return profile
    })
  })
}
