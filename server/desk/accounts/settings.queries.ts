import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'

export type Settings = { readonly secondPersonMustApprove: boolean; readonly twoFactorsRequired: boolean }

/** What an administrator has turned on; a fresh install has all of it off. */
export const findSettings = async (db: Kysely<Register>): Promise<Settings> => {
  const rows = await db.selectFrom('setting').selectAll().execute()
  const isOn = (name: string) => rows.some((row) => row.name === name && row.value === 'true')
  return {
    secondPersonMustApprove: isOn('second_person_must_approve'),
    twoFactorsRequired: isOn('two_factors_required'),
  }
}
