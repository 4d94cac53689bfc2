import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { freshMinutes } from '#contract/access.ts'
import {
  beginSecondFactor,
  changePassword,
  confirmIdentity,
  endOwnSession,
  finishSecondFactor,
  listOwnSessions,
  makeRecoveryCodes,
  removeSecondFactor,
  signOutEverywhere,
} from '#contract/own-account.ts'
import type { Register } from '../../db/register.ts'
import { forbidden } from '../../http/errors.ts'
import type { Access } from '../access/guard.ts'
import type { SlowDown } from '../access/slow-down.ts'
import { writeTransaction } from '../write-transaction.ts'
import { keepEvent } from './account-events.ts'
import { ownAccount } from './own-account.ts'
import { endEverySession, endOwnSession as end, findOwnSessions } from './own-sessions.queries.ts'
import { removeSecondFactorOf } from './second-factor.ts'
import type { Sessions } from './sessions.ts'
import { findSettings } from './settings.queries.ts'

/** The routes of one's own account: each acts on the one who is signed in, and on nobody else. */
export const mountOwnAccount = (
  router: Router,
  access: Access,
  register: Kysely<Register>,
  sessions: Sessions,
  attempts: SlowDown,
): void => {
  const own = ownAccount(register, sessions)

  access.serve(router, confirmIdentity, async ({ body, ...exchange }) => {
    await attempts({ ...exchange, account: exchange.account.id }, () => own.confirm(exchange, body.password, body.code))
    return { freshUntil: new Date(Date.now() + freshMinutes * 60_000).toISOString() }
  })

  access.serve(router, listOwnSessions, async ({ signedIn: { account, session } }) => ({
    data: await findOwnSessions(register, account.id, session.id),
  }))

  access.serve(router, endOwnSession, async ({ params, account }) => {
    await end(register, account.id, params.id)
    return {}
  })

  access.serve(router, signOutEverywhere, async ({ account, request, response }) => {
    await endEverySession(register, account.id)
    await sessions.end(request, response)
    response.setHeader('Clear-Site-Data', '"storage"')
    return {}
  })

  access.serve(router, changePassword, async ({ body, ...exchange }) => {
    await attempts({ ...exchange, account: exchange.account.id }, () => own.changePassword(exchange, body))
    return {}
  })

  access.serve(router, beginSecondFactor, ({ body, ...exchange }) =>
    attempts({ ...exchange, account: exchange.account.id }, () => own.beginSecondFactor(exchange, body.password)),
  )

  access.serve(router, finishSecondFactor, async ({ body, ...exchange }) => {
    await attempts({ ...exchange, account: exchange.account.id }, () => own.finishSecondFactor(exchange, body.code))
    return {}
  })

  access.serve(router, removeSecondFactor, async ({ account }) => {
    if ((await findSettings(register)).twoFactorsRequired) {
      throw forbidden('The staff of this desk must use two factors. An administrator can take yours away, so that you set up another.')
    }
    await writeTransaction(register, async (db) => {
      await removeSecondFactorOf(db, account.id)
      await keepEvent(db, { act: 'second_factor_removed', by: account.id })
    })
    return {}
  })

  access.serve(router, makeRecoveryCodes, async ({ body, ...exchange }) => ({
    recoveryCodes: await attempts({ ...exchange, account: exchange.account.id }, () =>
      own.makeRecoveryCodes(exchange, body.password),
    ),
  }))
}
