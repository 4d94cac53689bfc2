import { createHmac } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Register } from '../../db/register.ts'
import { conflict, forbidden } from '../../http/errors.ts'
import { sha256 } from '../../register/hash.ts'
import { writeTransaction } from '../write-transaction.ts'
import { keepEvent } from './account-events.ts'
import { checkNewPassword } from './check-new-password.ts'
import { findOpenLink, useLink } from './one-time-links.ts'
import { hashPassword } from './passwords.ts'
import { findStaffAccount } from './staff.queries.ts'

/*
 * For someone who forgot their password: an administrator makes a link, and whoever has it chooses
 * another password for that account. The second factor stays as it is.
 */

const lifetime = 24 * 60 * 60 * 1000

/** The same for a request that is repeated, so that the link is kept nowhere. */
export const passwordTokenFor = (secret: string, { by, key, id }: { readonly by: string; readonly key: string; readonly id: string }): string =>
  createHmac('sha256', secret).update(JSON.stringify(['password', by, key, id])).digest('base64url')

/** The page that reads the token from after the `#`, which no browser sends to a server. */
export const passwordLink = (token: string): string => `/password#${token}`

/**
 * Keeps a link for a new password of an account; earlier ones of it end. `by` is null for someone
 * at the machine itself. Gives when it ends. Throws 403 for one's own account, 409 for one that
 * is shut out.
 */
export const keepPasswordLink = async (
  db: Transaction<Register>,
  { id, by, token }: { readonly id: string; readonly by: string | null; readonly token: string },
): Promise<string> => {
  const account = await findStaffAccount(db, id)
  if (id === by) throw forbidden('Change your own password at "Your account".')
  if (account.shutOutAt !== null) throw conflict('This account is shut out. Let it in again first.')
  const known = await db.selectFrom('account_invitation').where('token_sha256', '=', sha256(token)).select('expires_at').executeTakeFirst()
  if (known) return known.expires_at
  await db.deleteFrom('account_invitation').where('for_user', '=', id).where('used_at', 'is', null).execute()
  const now = Date.now()
  const endsAt = new Date(now + lifetime).toISOString()
  await db
    .insertInto('account_invitation')
    .values({
      token_sha256: sha256(token),
      roles: account.roles.join(','),
      created_at: new Date(now).toISOString(),
      expires_at: endsAt,
      used_at: null,
      invited_by: by,
      for_user: id,
    })
    .execute()
  await keepEvent(db, { act: 'password_link_made', by, subject: id })
  return endsAt
}

const linkHasEnded = () => forbidden('This link has been used, was withdrawn or has ended. Ask an administrator for a new one.')

/**
 * Sets the password of the account that the link is for, once, and ends every session of it.
 * Throws 403 for a link that is not open, 400 for a weak password.
 */
export const setPasswordByLink = async (register: Kysely<Register>, token: string, password: string): Promise<void> => {
  const link = await findOpenLink(register, token)
  if (link?.forUser == null) throw linkHasEnded()
  const id = link.forUser
  const account = await findStaffAccount(register, id)
  if (account.shutOutAt !== null) throw linkHasEnded()
  checkNewPassword(password, account)
  const hash = await hashPassword(password)
  await writeTransaction(register, async (db) => {
    if (!(await useLink(db, token))) throw linkHasEnded()
    await db.updateTable('account_credential').set({ password: hash }).where('userId', '=', id).execute()
    await db.deleteFrom('account_session').where('userId', '=', id).execute()
    await db.deleteFrom('account_verification').where('value', '=', id).execute()
    await keepEvent(db, { act: 'password_changed', by: id, detail: 'by a one-time link' })
  })
}
