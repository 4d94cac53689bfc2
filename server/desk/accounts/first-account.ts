import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Account, Role } from '#contract/accounts.ts'
import type { Register } from '../../db/register.ts'
import { conflict, forbidden } from '../../http/errors.ts'
import { sha256 } from '../../register/hash.ts'
import { keepEvent } from './account-events.ts'
import { hasAnyAccount } from './accounts.queries.ts'
import { checkNewPassword } from './check-new-password.ts'
import { type NewAccount, insertAccount } from './new-account.ts'
import { findOpenLink, useLink } from './one-time-links.ts'
import { hashPassword } from './passwords.ts'

/** Everything but the auditor's look at who read what: whoever installs Habeas works with it first. */
const firstRoles: readonly Role[] = ['contributor', 'reviewer', 'publisher', 'admin']
const lifetime = 24 * 60 * 60 * 1000

/**
 * The token of a one-time link that makes the first account: valid for 24 hours; those of
 * earlier starts end. Null once there is an account. The register keeps its SHA-256 only.
 */
export const ensureFirstAccountToken = (register: Kysely<Register>): Promise<string | null> =>
  register.transaction().execute(async (db) => {
    if (await hasAnyAccount(db)) return null
    const token = randomBytes(32).toString('base64url')
    const now = Date.now()
    await db.deleteFrom('account_invitation').where('used_at', 'is', null).execute()
    await db
      .insertInto('account_invitation')
      .values({
        token_sha256: sha256(token),
        roles: firstRoles.join(','),
        created_at: new Date(now).toISOString(),
        expires_at: new Date(now + lifetime).toISOString(),
        used_at: null,
        invited_by: null,
        for_user: null,
      })
      .execute()
    return token
  })

/** The page that reads the token from after the `#`, which no browser sends to a server. */
export const firstAccountLink = (address: string, token: string): string => `${address}/first-account#${token}`

const linkHasEnded = () =>
  forbidden('This link has been used or has ended. Start Habeas again: it prints a new one while there is no account.')

/** Throws 403 for a link that was used, has ended or never was, 409 when an account is there, 400 for a weak password. */
export const makeFirstAccount = async (
  register: Kysely<Register>,
  token: string,
  { name, email, password }: NewAccount,
): Promise<Account> => {
  if (!(await findOpenLink(register, token))) throw linkHasEnded()
  checkNewPassword(password, { name, email })
  const hash = await hashPassword(password)
  return register.transaction().execute(async (db) => {
    if (!(await useLink(db, token))) throw linkHasEnded()
    if (await hasAnyAccount(db)) throw conflict('There is an account already. Sign in with it.')
    const account = await insertAccount(db, { name, email, hash, roles: firstRoles })
    await keepEvent(db, { act: 'account_made', by: account.id })
    return account
  })
}
