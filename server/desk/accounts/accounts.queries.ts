import type { Kysely } from 'kysely'
import { type Account, Role } from '#contract/accounts.ts'
import type { Register } from '../../db/register.ts'

/** An account with its roles, or null. Roles come in the order of the contract. */
export const findAccount = async (db: Kysely<Register>, id: string): Promise<Account | null> => {
  const user = await db
    .selectFrom('account_user')
    .where('id', '=', id)
    .select(['id', 'name', 'email'])
    .executeTakeFirst()
  if (!user) return null
  const rows = await db.selectFrom('account_role').where('user_id', '=', id).select('role').execute()
  const held = new Set(rows.map((row) => row.role))
  return { ...user, roles: Role.options.filter((role) => held.has(role)) }
}

export const isShutOut = async (db: Kysely<Register>, id: string): Promise<boolean> =>
  (await db.selectFrom('account_shut_out').where('user_id', '=', id).select('user_id').executeTakeFirst()) !== undefined

export const hasAnyAccount = async (db: Kysely<Register>): Promise<boolean> =>
  (await db.selectFrom('account_user').select('id').limit(1).executeTakeFirst()) !== undefined

/** The names work is signed with, by account id. */
export const findAccountNames = async (
  db: Kysely<Register>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.selectFrom('account_user').where('id', 'in', ids).select(['id', 'name']).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
