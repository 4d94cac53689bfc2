import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import type { Auth } from './auth.ts'

/** Longer than a code is right anywhere: its own half minute and one on either side, in milliseconds. */
const keptFor = 3 * 60 * 1000

/** Six digits are of the app; anything else is a recovery code. */
export const isTotp = (code: string): boolean => /^\d{6}$/.test(code)

export type Checked =
  | { readonly ok: true; readonly response: globalThis.Response; readonly userId: string; readonly token: string }
  | { readonly ok: false; readonly status: number; readonly reason: string }

type Said = { readonly user?: { readonly id: string }; readonly token?: string; readonly code?: string }

/**
 * Holds a code to the second factor of who sends this cookie: of a session, or of a sign-in's
 * second step, which it ends with a new session. A recovery code is used up.
 */
export const checkCode = async (auth: Auth, code: string, headers: Headers): Promise<Checked> => {
  const asked = { body: { code }, headers, asResponse: true } as const
  const response = isTotp(code) ? await auth.api.verifyTOTP(asked) : await auth.api.verifyBackupCode(asked)
  const said = (await response.json()) as Said
  if (!response.ok || !said.user || said.token === undefined) {
    return { ok: false, status: response.status, reason: said.code ?? '' }
  }
  return { ok: true, response, userId: said.user.id, token: said.token }
}

/** True the first time a code is taken, false ever after: of two at the same moment one wins. */
export const takeOnce = async (register: Kysely<Register>, userId: string, code: string): Promise<boolean> => {
  const now = Date.now()
  await register.deleteFrom('account_used_code').where('used_at', '<', new Date(now - keptFor).toISOString()).execute()
  const taken = await register
    .insertInto('account_used_code')
    .values({ user_id: userId, code, used_at: new Date(now).toISOString() })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}

/** The second factor goes, with every session of the account; sign-in takes the password alone. */
export const removeSecondFactorOf = async (db: Kysely<Register>, userId: string): Promise<void> => {
  await db.deleteFrom('account_second_factor').where('userId', '=', userId).execute()
  await db.updateTable('account_user').set({ twoFactorEnabled: 0 }).where('id', '=', userId).execute()
  await db.deleteFrom('account_verification').where('value', '=', userId).execute()
}
