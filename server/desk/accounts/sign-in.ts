import type { Request, Response } from 'express'
import type { Kysely } from 'kysely'
import type { Account } from '#contract/accounts.ts'
import type { Register } from '../../db/register.ts'
import { HttpError } from '../../http/errors.ts'
import { keepEvent } from './account-events.ts'
import { findAccount, isShutOut } from './accounts.queries.ts'
import { hashPassword } from './passwords.ts'
import { type Checked, checkCode, isTotp, takeOnce } from './second-factor.ts'
import { type Sessions, cookieOnly, copyCookies } from './sessions.ts'

const wrong = () => new HttpError(401, 'unauthenticated', 'The e-mail address or the password is wrong. Type both again.')

const over = new Set(['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'])

const refusalOf = ({ status, reason }: Extract<Checked, { ok: false }>): HttpError => {
  if (status === 429) return new HttpError(429, 'too_many_requests', 'Too many codes were wrong. Wait a quarter of an hour, then sign in again.')
  if (over.has(reason)) return new HttpError(401, 'unauthenticated', 'This sign-in has ended. Begin again with your e-mail address and password.')
  return wrongCode()
}

export const wrongCode = () =>
  new HttpError(401, 'wrong_code', 'This code is not right, or no longer. Type the one that the app shows now, or a recovery code.')

export type Entered = { readonly account: Account | null; readonly secondFactorNeeded: boolean }

/** What goes before and after every sign-in: sessions that have ended go, and so does the one this browser had. */
const tidy = async (register: Kysely<Register>, previous: string | undefined): Promise<void> => {
  await register.deleteFrom('account_session').where('expiresAt', '<', new Date().toISOString()).execute()
  if (previous !== undefined) await register.deleteFrom('account_session').where('id', '=', previous).execute()
}

const accountOf = async (register: Kysely<Register>, id: string): Promise<Account> => {
  const account = await findAccount(register, id)
  if (!account) throw wrong()
  return account
}

export const signingIn = (register: Kysely<Register>, sessions: Sessions) => {
  /** An account that is shut out is refused as an unknown one is, after as long a time. */
  const refuseShutOut = async (email: string, password: string): Promise<void> => {
    const user = await register
      .selectFrom('account_user')
      .where('email', '=', email.toLowerCase())
      .select('id')
      .executeTakeFirst()
    if (!user || !(await isShutOut(register, user.id))) return
    await hashPassword(password)
    throw wrong()
  }

  /**
   * The first step. Sets the cookie of a new session, or of a second step where the account has a
   * second factor. Throws a 401 that is the same for a wrong name and a wrong password.
   */
  const begin = async (request: Request, response: Response, email: string, password: string): Promise<Entered> => {
    await refuseShutOut(email, password)
    const previous = await sessions.find(request)
    const answer = await sessions
      .authFor(request)
      .api.signInEmail({ body: { email, password }, headers: new Headers(), asResponse: true })
    // An address that is none and one that nobody has get the same answer.
    if (!answer.ok) throw wrong()
    copyCookies(answer, response)
    await tidy(register, previous?.session.id)
    const said = (await answer.json()) as { user?: { id: string } }
    if (!said.user) return { account: null, secondFactorNeeded: true }
    const account = await accountOf(register, said.user.id)
    await keepEvent(register, { act: 'signed_in', by: account.id })
    return { account, secondFactorNeeded: false }
  }

  /** The second step, with the cookie of the first. Throws a 401 for a code that is wrong, or was taken before. */
  const finish = async (request: Request, response: Response, code: string): Promise<Account> => {
    const answer = await checkCode(sessions.authFor(request), code, cookieOnly(request))
    if (!answer.ok) throw refusalOf(answer)
    const { userId } = answer
    if (isTotp(code) && !(await takeOnce(register, userId, code))) {
      await register.deleteFrom('account_session').where('token', '=', answer.token).execute()
      throw new HttpError(401, 'unauthenticated', 'This code was used before. Sign in again with the next one.')
    }
    copyCookies(answer.response, response)
    const account = await accountOf(register, userId)
    await keepEvent(register, { act: isTotp(code) ? 'signed_in' : 'recovery_code_used', by: userId })
    return account
  }

  return { begin, finish }
}
