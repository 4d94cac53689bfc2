import type { IncomingHttpHeaders } from 'node:http'
import { fromNodeHeaders } from 'better-auth/node'
import type { Request, Response } from 'express'
import type { Kysely } from 'kysely'
import type { Account } from '#contract/accounts.ts'
import type { Register } from '../../db/register.ts'
import { HttpError } from '../../http/errors.ts'
import { findAccount } from './accounts.queries.ts'
import { type Auth, cookieNames, makeAuth } from './auth.ts'
import { markEverySeconds, sessionSeconds } from './session-limits.ts'

export type Sessions = {
  /** Who asks, or null. Ends a session that was idle too long. */
  readonly accountOf: (request: Request) => Promise<Account | null>
  /** Sets the cookie of a new session. Throws a 401 that is the same for a wrong name and a wrong password. */
  readonly begin: (request: Request, response: Response, email: string, password: string) => Promise<Account>
  readonly end: (request: Request, response: Response) => Promise<void>
}

const wrong = () => new HttpError(401, 'unauthenticated', 'The e-mail address or the password is wrong. Type both again.')

/** Only the cookie: what better-auth does not see it cannot keep. */
const cookieOnly = ({ cookie }: IncomingHttpHeaders): Headers => fromNodeHeaders({ cookie })

/** Behind TLS the browser says so in its Origin, which the desk asks of every change, and sends the cookie only TLS sets. */
const isSecure = ({ headers }: Request): boolean =>
  headers.origin?.startsWith('https://') === true || headers.cookie?.includes(`${cookieNames.secure}=`) === true

const copyCookies = (from: globalThis.Response, to: Response): void => {
  for (const cookie of from.headers.getSetCookie()) to.appendHeader('set-cookie', cookie)
}

export const openSessions = (register: Kysely<Register>, secret: string): Sessions => {
  const plain = makeAuth(register, secret, false)
  const secure = makeAuth(register, secret, true)
  const authFor = (request: Request): Auth => (isSecure(request) ? secure : plain)

  const accountOf: Sessions['accountOf'] = async (request) => {
    if (request.headers.cookie === undefined) return null
    const found = await authFor(request).api.getSession({ headers: cookieOnly(request.headers) })
    if (!found) return null
    const idle = (Date.now() - found.session.updatedAt.getTime()) / 1000
    if (idle > sessionSeconds.idle) {
      await register.deleteFrom('account_session').where('id', '=', found.session.id).execute()
      return null
    }
    if (idle > markEverySeconds) {
      const updatedAt = new Date().toISOString()
      await register.updateTable('account_session').set({ updatedAt }).where('id', '=', found.session.id).execute()
    }
    return findAccount(register, found.user.id)
  }

  const begin: Sessions['begin'] = async (request, response, email, password) => {
    const answer = await authFor(request).api.signInEmail({
      body: { email, password },
      headers: new Headers(),
      asResponse: true,
    })
    // An address that is none and one that nobody has get the same answer.
    if (!answer.ok) throw wrong()
    copyCookies(answer, response)
    await register.deleteFrom('account_session').where('expiresAt', '<', new Date().toISOString()).execute()
    const { user } = (await answer.json()) as { user: { id: string } }
    const account = await findAccount(register, user.id)
    if (!account) throw wrong()
    return account
  }

  const end: Sessions['end'] = async (request, response) => {
    const answer = await authFor(request).api.signOut({ headers: cookieOnly(request.headers), asResponse: true })
    copyCookies(answer, response)
  }

  return { accountOf, begin, end }
}
