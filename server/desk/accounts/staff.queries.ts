import type { Kysely } from 'kysely'
import type { StaffAccount } from '#contract/staff.ts'
import type { Register } from '../../db/register.ts'
import { found } from '../../http/errors.ts'
import { rolesIn } from './one-time-links.ts'

/** Every account, in the order of their names; one of them where `id` is given. */
export const findStaff = async (db: Kysely<Register>, id?: string): Promise<StaffAccount[]> => {
  const rows = await db
    .selectFrom('account_user')
    .leftJoin('account_shut_out', 'account_shut_out.user_id', 'account_user.id')
    .leftJoin('account_role', 'account_role.user_id', 'account_user.id')
    .$if(id !== undefined, (query) => query.where('account_user.id', '=', id ?? ''))
    .select(['account_user.id', 'name', 'email', 'createdAt', 'updatedAt', 'twoFactorEnabled', 'shut_out_at'])
    .select((eb) => eb.fn<string | null>('group_concat', ['account_role.role', eb.val(',')]).as('roles'))
    .groupBy('account_user.id')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    roles: rolesIn(row.roles ?? ''),
    secondFactor: row.twoFactorEnabled === 1,
    madeAt: row.createdAt,
    shutOutAt: row.shut_out_at,
    // Milliseconds: each change of an account moves it on.
    version: Date.parse(row.updatedAt),
  }))
}

/** Throws 404 for an account that is not there. */
export const findStaffAccount = async (db: Kysely<Register>, id: string): Promise<StaffAccount> =>
  found((await findStaff(db, id))[0], 'account')
