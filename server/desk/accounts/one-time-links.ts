import type { Kysely, Transaction } from 'kysely'
import { Role } from '#contract/accounts.ts'
import type { Register } from '../../db/register.ts'
import { sha256 } from '../../register/hash.ts'

/** What a one-time link is good for. */
export type OpenLink = {
  readonly roles: readonly Role[]
  readonly invitedBy: string | null
  /** The account it sets a new password for; null for a new account. */
  readonly forUser: string | null
}

const now = () => new Date().toISOString()

/** The roles as a link keeps them, in the order of the contract. */
export const rolesIn = (text: string): Role[] => {
  const named = new Set(text.split(','))
  return Role.options.filter((role) => named.has(role))
}

/** A link that was neither used nor has ended, or null. Asked before the costly hash of a password. */
export const findOpenLink = async (db: Kysely<Register>, token: string): Promise<OpenLink | null> => {
  const row = await db
    .selectFrom('account_invitation')
    .where('token_sha256', '=', sha256(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now())
    .select(['roles', 'invited_by', 'for_user'])
    .executeTakeFirst()
  return row ? { roles: rolesIn(row.roles), invitedBy: row.invited_by, forUser: row.for_user } : null
}

/** Marks a link as used; false where it was used or has ended: of two at the same moment one wins. */
export const useLink = async (db: Transaction<Register>, token: string): Promise<boolean> => {
  const used = await db
    .updateTable('account_invitation')
    .set({ used_at: now() })
    .where('token_sha256', '=', sha256(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now())
    .executeTakeFirst()
  return used.numUpdatedRows > 0n
}
