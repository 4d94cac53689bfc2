import type { Kysely, Transaction } from 'kysely'
import type { Settings } from '#contract/accounts.ts'
import type { Register } from '../../db/register.ts'
import { keepEvent } from './account-events.ts'

const names = {
  secondPersonMustApprove: 'second_person_must_approve',
  twoFactorsRequired: 'two_factors_required',
} as const satisfies Record<keyof Settings, string>

const words = {
  secondPersonMustApprove: 'A second person must approve',
  twoFactorsRequired: 'Staff must use two factors',
} as const satisfies Record<keyof Settings, string>

/** What an administrator has turned on; a fresh install has all of it off. */
export const findSettings = async (db: Kysely<Register>): Promise<Settings> => {
  const rows = await db.selectFrom('setting').where('name', 'in', Object.values(names)).selectAll().execute()
  const isOn = (name: string) => rows.some((row) => row.name === name && row.value === 'true')
  return { secondPersonMustApprove: isOn(names.secondPersonMustApprove), twoFactorsRequired: isOn(names.twoFactorsRequired) }
}

/** The settings with who changed them last, and their version: the number of that line in the access log. */
export const findSettingsPage = async (db: Kysely<Register>) => {
  const last = await db
    .selectFrom('account_event')
    .leftJoin('account_user', 'account_user.id', 'account_event.account_id')
    .where('act', '=', 'settings_changed')
    .select(['account_event.id', 'account_event.at', 'account_user.name as by'])
    .orderBy('account_event.id', 'desc')
    .executeTakeFirst()
  const without = await db
    .selectFrom('account_user')
    .where('twoFactorEnabled', '=', 0)
    .where('id', 'not in', db.selectFrom('account_shut_out').select('user_id'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const page = {
    settings: await findSettings(db),
    changed: last ? { by: last.by ?? 'someone at the machine itself', at: last.at } : null,
    withoutSecondFactor: Number(without.count),
  }
  return { page, version: last?.id ?? 0 }
}

/** Turns settings on or off and keeps who did. `check` refuses a stale version. */
export const changeSettings = async (
  db: Transaction<Register>,
  wanted: Settings,
  by: string,
  check: (version: number) => void,
): Promise<void> => {
  const { page, version } = await findSettingsPage(db)
  check(version)
  for (const key of ['secondPersonMustApprove', 'twoFactorsRequired'] as const) {
    if (page.settings[key] === wanted[key]) continue
    const value = String(wanted[key])
    await db
      .insertInto('setting')
      .values({ name: names[key], value })
      .onConflict((clash) => clash.column('name').doUpdateSet({ value }))
      .execute()
    await keepEvent(db, { act: 'settings_changed', by, detail: `“${words[key]}” ${wanted[key] ? 'on' : 'off'}` })
  }
}
