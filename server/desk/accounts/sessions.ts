import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { fromNodeHeaders } from 'better-auth/node'
import type { Request, Response } from 'express'
import type { Kysely } from 'kysely'
import { freshMinutes } from '#contract/access.ts'
import type { Account } from '#contract/accounts.ts'
import type { Register } from '../../db/register.ts'
import { findAccount, isShutOut } from './accounts.queries.ts'
import { type Auth, cookieNames, makeAuth } from './auth.ts'
import { markEverySeconds, sessionSeconds } from './session-limits.ts'

/** Who asks, and in which session. */
export type SignedIn = {
  readonly account: Account
  readonly session: {
    readonly id: string
    /** Until when the password, and the second factor, count as just given. */
    readonly freshUntil: Date
  }
  /** Has a second factor. */
  readonly isEnrolled: boolean
}

export type Sessions = {
  /** Who asks, or null. Ends a session that was idle too long, and those of who was shut out. */
  readonly find: (request: Request) => Promise<SignedIn | null>
  /** better-auth for a request: behind TLS its cookies are those that only TLS sets. */
  readonly authFor: (request: Request) => Auth
  readonly end: (request: Request, response: Response) => Promise<void>
}

/** How long a request waits for its session to be marked as used, in milliseconds. */
const longestMark = 100

/** Only the cookie: what better-auth does not see it cannot keep. */
export const cookieOnly = ({ headers: { cookie } }: { readonly headers: IncomingHttpHeaders }): Headers =>
  fromNodeHeaders({ cookie })

/** Behind TLS the browser says so in its Origin, which the desk asks of every change, and sends the cookie only TLS sets. */
const isSecure = ({ headers }: Request): boolean =>
  headers.origin?.startsWith('https://') === true || headers.cookie?.includes(`${cookieNames.secure}=`) === true

export const copyCookies = (from: globalThis.Response, to: Response): void => {
  for (const cookie of from.headers.getSetCookie()) to.appendHeader('set-cookie', cookie)
}

/** Signing in gives the password too: whoever has just done so is not asked again. */
const freshUntil = async (db: Kysely<Register>, id: string, startedAt: Date): Promise<Date> => {
  const row = await db.selectFrom('account_confirmation').where('session_id', '=', id).select('confirmed_at').executeTakeFirst()
  const given = Math.max(startedAt.getTime(), row ? Date.parse(row.confirmed_at) : 0)
  return new Date(given + freshMinutes * 60_000)
}

export const openSessions = (register: Kysely<Register>, secret: string): Sessions => {
  const plain = makeAuth(register, secret, false)
  const secure = makeAuth(register, secret, true)
  const authFor = (request: Request): Auth => (isSecure(request) ? secure : plain)
  const remove = (id: string) => register.deleteFrom('account_session').where('id', '=', id).execute()

  const find: Sessions['find'] = async (request) => {
    if (request.headers.cookie === undefined) return null
    const found = await authFor(request).api.getSession({ headers: cookieOnly(request) })
    if (!found) return null
    const { session, user } = found
    const idle = (Date.now() - session.updatedAt.getTime()) / 1000
    if (idle > sessionSeconds.idle || (await isShutOut(register, user.id))) {
      await remove(session.id)
      return null
    }
    if (idle > markEverySeconds) {
      const updatedAt = new Date().toISOString()
      const marked = register.updateTable('account_session').set({ updatedAt }).where('id', '=', session.id).execute()
      // Whoever reads does not wait for somebody's writing; the next request marks it.
      await Promise.race([marked.catch(() => null), setTimeout(longestMark)])
    }
    const account = await findAccount(register, user.id)
    if (!account) return null
    const fresh = await freshUntil(register, session.id, session.createdAt)
    const isEnrolled = 'twoFactorEnabled' in user && user.twoFactorEnabled === true
    return { account, session: { id: session.id, freshUntil: fresh }, isEnrolled }
  }

  const end: Sessions['end'] = async (request, response) => {
    const answer = await authFor(request).api.signOut({ headers: cookieOnly(request), asResponse: true })
    copyCookies(answer, response)
  }

  return { find, authFor, end }
}
