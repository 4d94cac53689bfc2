import { createHmac } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { roleLabels } from '#contract/codes.ts'
import type { Account, Role } from '#contract/accounts.ts'
import type { Invitation } from '#contract/staff.ts'
import type { Register } from '../../db/register.ts'
import { forbidden, notFound } from '../../http/errors.ts'
import { sha256 } from '../../register/hash.ts'
import { writeTransaction } from '../write-transaction.ts'
import { keepEvent } from './account-events.ts'
import { checkNewPassword } from './check-new-password.ts'
import { type NewAccount, insertAccount } from './new-account.ts'
import { findOpenLink, rolesIn, useLink } from './one-time-links.ts'
import { hashPassword } from './passwords.ts'

const lifetime = 72 * 60 * 60 * 1000

export const rolesInWords = (roles: readonly Role[]): string => roles.map((role) => roleLabels[role]).join(', ')

export type Wanted = { readonly roles: readonly Role[]; readonly by: string; readonly key: string; readonly secret: string }

/**
 * Makes an invitation and gives its token. The token comes from the desk's key and the key of the
 * request, so that a repeated request gives the same link and the link is kept nowhere.
 */
export const makeInvitation = async (
  db: Transaction<Register>,
  { roles, by, key, secret }: Wanted,
): Promise<{ token: string; endsAt: string }> => {
  const token = createHmac('sha256', secret).update(JSON.stringify(['invitation', by, key, [...roles]])).digest('base64url')
  const now = Date.now()
  const made = await db
    .insertInto('account_invitation')
    .values({
      token_sha256: sha256(token),
      roles: roles.join(','),
      created_at: new Date(now).toISOString(),
      expires_at: new Date(now + lifetime).toISOString(),
      used_at: null,
      invited_by: by,
      for_user: null,
    })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) await keepEvent(db, { act: 'invited', by, detail: rolesInWords(roles) })
  const { expires_at } = await db
    .selectFrom('account_invitation')
    .where('token_sha256', '=', sha256(token))
    .select('expires_at')
    .executeTakeFirstOrThrow()
  return { token, endsAt: expires_at }
}

/** Invitations that can still be taken up, the newest first. */
export const findInvitations = async (db: Kysely<Register>): Promise<Invitation[]> => {
  const rows = await db
    .selectFrom('account_invitation')
    .leftJoin('account_user as host', 'host.id', 'account_invitation.invited_by')
    .leftJoin('account_user as guest', 'guest.id', 'account_invitation.for_user')
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .select(['token_sha256', 'roles', 'created_at', 'expires_at', 'host.name as by', 'guest.id as guestId', 'guest.name as guest'])
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.token_sha256,
    roles: rolesIn(row.roles),
    account: row.guestId === null || row.guest === null ? null : { id: row.guestId, name: row.guest },
    madeAt: row.created_at,
    endsAt: row.expires_at,
    by: row.by,
  }))
}

/** Throws 404 for an invitation that is not open. */
export const withdrawInvitation = async (db: Transaction<Register>, id: string, by: string): Promise<void> => {
  const gone = await db
    .deleteFrom('account_invitation')
    .where('token_sha256', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw notFound('invitation')
  await keepEvent(db, { act: 'invitation_withdrawn', by })
}

const linkHasEnded = () => forbidden('This link has been used, was withdrawn or has ended. Ask who sent it for a new one.')

/** Throws 403 for a link that is not open, 409 where the address has an account, 400 for a weak password. */
export const makeInvitedAccount = async (
  register: Kysely<Register>,
  token: string,
  { name, email, password }: NewAccount,
): Promise<Account> => {
  const link = await findOpenLink(register, token)
  if (link?.invitedBy == null || link.forUser !== null) throw linkHasEnded()
  checkNewPassword(password, { name, email })
  const hash = await hashPassword(password)
  return writeTransaction(register, async (db) => {
    if (!(await useLink(db, token))) throw linkHasEnded()
    const account = await insertAccount(db, { name, email, hash, roles: link.roles })
    await keepEvent(db, { act: 'account_made', by: account.id, detail: rolesInWords(link.roles) })
    return account
  })
}
