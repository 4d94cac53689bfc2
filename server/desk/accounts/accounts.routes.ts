import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { createFirstAccount, getSession, signIn, signOut } from '#contract/accounts.ts'
import type { Register } from '../../db/register.ts'
import type { Access } from '../access/guard.ts'
import { limitFailures } from '../access/rate-limit.ts'
import { hasAnyAccount } from './accounts.queries.ts'
import { makeFirstAccount } from './first-account.ts'
import type { Sessions } from './sessions.ts'
import { findSettings } from './settings.queries.ts'

export const mountAccounts = (router: Router, access: Access, register: Kysely<Register>, sessions: Sessions): void => {
  router.use([createFirstAccount.path, signIn.path], limitFailures())

  access.serve(router, getSession, async ({ account }) => ({
    account,
    needsFirstAccount: !(await hasAnyAccount(register)),
    settings: await findSettings(register),
  }))

  access.serve(router, createFirstAccount, async ({ body, request, response }) => {
    const { email } = await makeFirstAccount(register, body.token, body)
    return { account: await sessions.begin(request, response, email, body.password) }
  })

  access.serve(router, signIn, async ({ body, request, response }) => ({
    account: await sessions.begin(request, response, body.email, body.password),
  }))

  access.serve(router, signOut, async ({ request, response }) => {
    await sessions.end(request, response)
    response.setHeader('Clear-Site-Data', '"storage"')
    return {}
  })
}
