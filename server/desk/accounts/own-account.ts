import type { Request, Response } from 'express'
import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import { conflict, found, invalid } from '../../http/errors.ts'
import { writeTransaction } from '../write-transaction.ts'
import { keepEvent } from './account-events.ts'
import { checkNewPassword } from './check-new-password.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { checkCode, isTotp, takeOnce } from './second-factor.ts'
import { type Sessions, type SignedIn, cookieOnly, copyCookies } from './sessions.ts'

type Exchange = { readonly request: Request; readonly response: Response; readonly signedIn: SignedIn }

const notYourCode = () =>
  invalid({ code: 'This code is not right, or was used. Type the one that the app shows now, or a recovery code.' })

/** Throws 400 at the field unless it is the account's password. */
const checkPassword = async (register: Kysely<Register>, userId: string, password: string, field = 'password'): Promise<void> => {
  const kept = await register.selectFrom('account_credential').where('userId', '=', userId).select('password').executeTakeFirst()
  if (kept?.password == null || !(await verifyPassword({ hash: kept.password, password }))) {
    throw invalid({ [field]: 'This is not your password. Type it again.' })
  }
}

/** What everyone does with their own account. Writes of better-auth join no transaction of ours. */
export const ownAccount = (register: Kysely<Register>, sessions: Sessions) => {
  const checkOwnCode = async ({ request, signedIn }: Exchange, code: string): Promise<void> => {
    const checked = await checkCode(sessions.authFor(request), code, cookieOnly(request))
    if (!checked.ok) throw notYourCode()
    if (isTotp(code) && !(await takeOnce(register, signedIn.account.id, code))) throw notYourCode()
  }

  /** Opens the acts that ask for a fresh password. Throws 400 at the field that is wrong. */
  const confirm = async (exchange: Exchange, password: string, code: string | undefined): Promise<void> => {
    const { account, session, isEnrolled } = exchange.signedIn
    await checkPassword(register, account.id, password)
    if (isEnrolled && code === undefined) throw invalid({ code: 'Type the code that your app shows, or a recovery code.' })
    if (isEnrolled && code !== undefined) await checkOwnCode(exchange, code)
    const confirmed_at = new Date().toISOString()
    await writeTransaction(register, async (db) => {
      await db
        .insertInto('account_confirmation')
        .values({ session_id: session.id, confirmed_at })
        .onConflict((clash) => clash.column('session_id').doUpdateSet({ confirmed_at }))
        .execute()
      await keepEvent(db, { act: 'confirmed', by: account.id })
    })
  }

  /** Sets another password, ends every session and begins one anew in this browser. */
  const changePassword = async (
    { request, response, signedIn: { account, isEnrolled } }: Exchange,
    { current, password }: { readonly current: string; readonly password: string },
  ): Promise<void> => {
    await checkPassword(register, account.id, current, 'current')
    checkNewPassword(password, account)
    const hash = await hashPassword(password)
    await writeTransaction(register, async (db) => {
      await db.updateTable('account_credential').set({ password: hash }).where('userId', '=', account.id).execute()
      await db.deleteFrom('account_session').where('userId', '=', account.id).execute()
      await keepEvent(db, { act: 'password_changed', by: account.id })
    })
    // With a second factor the next sign-in asks for it.
    if (isEnrolled) return
    const body = { email: account.email, password }
    copyCookies(await sessions.authFor(request).api.signInEmail({ body, headers: new Headers(), asResponse: true }), response)
  }

  /** The address for an authenticator app and the recovery codes. Throws 400 for a wrong password, 409 where there is one already. */
  const beginSecondFactor = async ({ request, signedIn: { account, isEnrolled } }: Exchange, password: string) => {
    if (isEnrolled) throw conflict('You have a second factor already. Remove it first to set up another.')
    await checkPassword(register, account.id, password)
    const begun = await sessions.authFor(request).api.enableTwoFactor({ body: { password, method: 'totp' }, headers: cookieOnly(request) })
    const { totpURI, backupCodes } = found('totpURI' in begun ? begun : null, 'second factor')
    return { uri: totpURI, recoveryCodes: backupCodes }
  }

  /** Counts from here on. Every other session of the account ends: none of them gave a second factor. */
  const finishSecondFactor = async ({ request, response, signedIn: { account, isEnrolled } }: Exchange, code: string): Promise<void> => {
    if (isEnrolled) throw conflict('You have a second factor already.')
    const checked = isTotp(code) ? await checkCode(sessions.authFor(request), code, cookieOnly(request)) : null
    if (!checked?.ok) throw notYourCode()
    await takeOnce(register, account.id, code)
    copyCookies(checked.response, response)
    // The session that the code began, by its cookie: someone else's may be as new.
    const cookie = checked.response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '').join('; ')
    const begun = await sessions.authFor(request).api.getSession({ headers: new Headers({ cookie }) })
    await writeTransaction(register, async (db) => {
      await db.deleteFrom('account_session').where('userId', '=', account.id).where('id', '!=', begun?.session.id ?? '').execute()
      await keepEvent(db, { act: 'second_factor_added', by: account.id })
    })
  }

  /** New recovery codes in place of the earlier ones. */
  const makeRecoveryCodes = async ({ request, signedIn: { account, isEnrolled } }: Exchange, password: string): Promise<string[]> => {
    if (!isEnrolled) throw conflict('Set up a second factor first: it comes with recovery codes.')
    await checkPassword(register, account.id, password)
    const { backupCodes } = await sessions
      .authFor(request)
      .api.generateBackupCodes({ body: { password }, headers: cookieOnly(request) })
    await keepEvent(register, { act: 'recovery_codes_made', by: account.id })
    return backupCodes
  }

  return { confirm, changePassword, beginSecondFactor, finishSecondFactor, makeRecoveryCodes }
}
