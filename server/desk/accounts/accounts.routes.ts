import type { Request, Response, Router } from 'express'
import type { Kysely } from 'kysely'
import {
  acceptInvitation,
  createFirstAccount,
  getSession,
  giveSecondFactor,
  setPasswordByLink,
  signIn,
  signOut,
} from '#contract/accounts.ts'
import type { Register } from '../../db/register.ts'
import type { Access } from '../access/guard.ts'
import type { SlowDown } from '../access/slow-down.ts'
import { keepEvent } from './account-events.ts'
import { hasAnyAccount } from './accounts.queries.ts'
import { makeFirstAccount } from './first-account.ts'
import { makeInvitedAccount } from './invitations.ts'
import type { NewAccount } from './new-account.ts'
import { setPasswordByLink as setPassword } from './password-links.ts'
import type { Sessions } from './sessions.ts'
import { findSettings } from './settings.queries.ts'
import { signingIn } from './sign-in.ts'

/** The routes of those who are on their way in or out. */
export const mountAccounts = (
  router: Router,
  access: Access,
  register: Kysely<Register>,
  sessions: Sessions,
  attempts: SlowDown,
): void => {
  const { begin, finish } = signingIn(register, sessions)

  access.serve(router, getSession, async ({ signedIn }) => {
    const settings = await findSettings(register)
    return {
      account: signedIn?.account ?? null,
      needsFirstAccount: !(await hasAnyAccount(register)),
      settings,
      secondFactor: {
        enrolled: signedIn?.isEnrolled ?? false,
        due: signedIn !== null && !signedIn.isEnrolled && settings.twoFactorsRequired,
      },
      freshUntil: signedIn?.session.freshUntil.toISOString() ?? null,
    }
  })

  /** A new account is signed in with what its owner has just typed: it has no second factor yet. */
  const welcome = async (
    { request, response, body: { token, ...typed } }: { request: Request; response: Response; body: NewAccount & { token: string } },
    make: typeof makeInvitedAccount,
  ) => {
    const account = await attempts({ request, response, account: `link ${token}` }, () => make(register, token, typed))
    await begin(request, response, account.email, typed.password)
    return { account }
  }

  access.serve(router, createFirstAccount, (asked) => welcome(asked, makeFirstAccount))
  access.serve(router, acceptInvitation, (asked) => welcome(asked, makeInvitedAccount))

  access.serve(router, setPasswordByLink, async ({ body: { token, password }, request, response }) => {
    await attempts({ request, response, account: `link ${token}` }, () => setPassword(register, token, password))
    return {}
  })

  access.serve(router, signIn, ({ body, request, response }) => {
    const email = body.email.trim()
    return attempts({ request, response, account: email.toLowerCase() }, () => begin(request, response, email, body.password))
  })

  access.serve(router, giveSecondFactor, async ({ body, request, response }) => ({
    account: await attempts({ request, response, account: `second step ${request.headers.cookie ?? ''}` }, () =>
      finish(request, response, body.code),
    ),
  }))

  access.serve(router, signOut, async ({ request, response, account }) => {
    await sessions.end(request, response)
    if (account) await keepEvent(register, { act: 'signed_out', by: account.id })
    response.setHeader('Clear-Site-Data', '"storage"')
    return {}
  })
}
