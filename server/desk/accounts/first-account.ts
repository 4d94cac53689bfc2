import { randomBytes, randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Account, Role } from '#contract/accounts.ts'
import type { Register } from '../../db/register.ts'
import { conflict, forbidden } from '../../http/errors.ts'
import { sha256 } from '../../register/hash.ts'
import { hasAnyAccount } from './accounts.queries.ts'
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
      })
      .execute()
    return token
  })

/** The page that reads the token from after the `#`, which no browser sends to a server. */
export const firstAccountLink = (address: string, token: string): string => `${address}/first-account#${token}`

const linkHasEnded = () =>
  forbidden('This link has been used or has ended. Start Habeas again: it prints a new one while there is no account.')

/** Whether a token may make an account now. Asked before the costly hash, and again when it is used. */
const isOpen = async (db: Kysely<Register>, token: string): Promise<boolean> => {
  const open = await db
    .selectFrom('account_invitation')
    .where('token_sha256', '=', sha256(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .select('token_sha256')
    .executeTakeFirst()
  return open !== undefined
}

export type NewAccount = { readonly name: string; readonly email: string; readonly password: string }

/** Throws 403 for a link that was used, has ended or never was, 409 when an account is there. */
export const makeFirstAccount = async (
  register: Kysely<Register>,
  token: string,
  { name, email, password }: NewAccount,
): Promise<Account> => {
  if (!(await isOpen(register, token))) throw linkHasEnded()
  const hash = await hashPassword(password)
  return register.transaction().execute(async (db) => {
    const used = await db
      .updateTable('account_invitation')
      .set({ used_at: new Date().toISOString() })
      .where('token_sha256', '=', sha256(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', new Date().toISOString())
      .executeTakeFirst()
    if (used.numUpdatedRows === 0n) throw linkHasEnded()
    if (await hasAnyAccount(db)) throw conflict('There is an account already. Sign in with it.')
    return insertAccount(db, { name, email, hash, roles: firstRoles })
  })
}

/** An account in the shape better-auth reads. `email` is kept in lower case, as it looks it up. */
export const insertAccount = async (
  db: Transaction<Register>,
  account: { name: string; email: string; hash: string; roles: readonly Role[] },
): Promise<Account> => {
  const id = randomUUID()
  const email = account.email.toLowerCase()
  const times = { createdAt: new Date().toISOString(), updatedAt: new Date().toISOString() }
  await db.insertInto('account_user').values({ id, name: account.name, email, image: null, ...times }).execute()
  await db
    .insertInto('account_credential')
    .values({ id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password: account.hash, ...times })
    .execute()
  for (const role of account.roles) await db.insertInto('account_role').values({ user_id: id, role }).execute()
  return { id, name: account.name, email, roles: [...account.roles] }
}
