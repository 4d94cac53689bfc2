import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { changeSettings, getSettings, invite, letIn, listStaff, makePasswordLink, resetSecondFactor, setRoles, shutOut, withdrawInvitation } from '#contract/staff.ts'
import type { Register } from '../../db/register.ts'
import type { Access } from '../access/guard.ts'
import { requireIdempotencyKey } from '../access/idempotency-key.ts'
import { checkIfMatch, setVersion } from '../access/if-match.ts'
import { writeTransaction } from '../write-transaction.ts'
import * as change from './change-staff.ts'
import { findInvitations, makeInvitation, withdrawInvitation as withdraw } from './invitations.ts'
import { keepPasswordLink, passwordLink, passwordTokenFor } from './password-links.ts'
import { changeSettings as setSettings, findSettingsPage } from './settings.queries.ts'
import { findStaff } from './staff.queries.ts'

/** The routes of administrators. `secret` is the desk's key, from which the tokens of links are made. */
export const mountStaff = (router: Router, access: Access, register: Kysely<Register>, secret: string): void => {
  access.serve(router, listStaff, async () => ({
    accounts: await findStaff(register),
    invitations: await findInvitations(register),
  }))

  access.serve(router, invite, async ({ body, request, account }) => {
    const wanted = { roles: body.roles, by: account.id, key: requireIdempotencyKey(request), secret }
    const { token, endsAt } = await writeTransaction(register, (db) => makeInvitation(db, wanted))
    return { link: `/invitation#${token}`, endsAt }
  })

  access.serve(router, withdrawInvitation, async ({ params, account }) => {
    await writeTransaction(register, (db) => withdraw(db, params.id, account.id))
    return {}
  })

  access.serve(router, setRoles, ({ params, body, request, account }) =>
    writeTransaction(register, (db) =>
      change.setRoles(db, { id: params.id, by: account, check: (version) => checkIfMatch(request, version) }, body.roles),
    ),
  )

  access.serve(router, shutOut, ({ params, account }) =>
    writeTransaction(register, (db) => change.shutOut(db, { id: params.id, by: account })),
  )

  for (const [endpoint, act] of [[letIn, change.letIn], [resetSecondFactor, change.resetSecondFactor]] as const) {
    access.serve(router, endpoint, ({ params, request, account }) =>
      writeTransaction(register, (db) => act(db, { id: params.id, by: account, check: (version) => checkIfMatch(request, version) })),
    )
  }

  access.serve(router, makePasswordLink, async ({ params, request, account }) => {
    const { id } = params
    const token = passwordTokenFor(secret, { by: account.id, key: requireIdempotencyKey(request), id })
    const endsAt = await writeTransaction(register, (db) => keepPasswordLink(db, { id, by: account.id, token }))
    return { link: passwordLink(token), endsAt }
  })

  access.serve(router, getSettings, async ({ response }) => {
    const { page, version } = await findSettingsPage(register)
    setVersion(response, version)
    return page
  })

  access.serve(router, changeSettings, async ({ body, request, response, account }) => {
    const { page, version } = await writeTransaction(register, async (db) => {
      await setSettings(db, body, account.id, (present) => checkIfMatch(request, present))
      return findSettingsPage(db)
    })
    setVersion(response, version)
    return page
  })
}
