import type { Transaction } from 'kysely'
import type { Account, Role } from '#contract/accounts.ts'
import type { StaffAccount } from '#contract/staff.ts'
import type { Register } from '../../db/register.ts'
import { conflict, forbidden } from '../../http/errors.ts'
import { keepEvent } from './account-events.ts'
import { rolesInWords } from './invitations.ts'
import { removeSecondFactorOf } from './second-factor.ts'
import { findStaff, findStaffAccount } from './staff.queries.ts'

type Db = Transaction<Register>

/** One account to change, by whom; `check` refuses a stale version. */
type Change = { readonly id: string; readonly by: Account; readonly check?: (version: number) => void }

/** Later than before, even within a millisecond: it is the version others compare with. */
const moveOn = async (db: Db, { id, version }: StaffAccount): Promise<StaffAccount> => {
  const updatedAt = new Date(Math.max(Date.now(), version + 1)).toISOString()
  await db.updateTable('account_user').set({ updatedAt }).where('id', '=', id).execute()
  return findStaffAccount(db, id)
}

const endSessions = (db: Db, id: string) => db.deleteFrom('account_session').where('userId', '=', id).execute()

/** Throws 409 unless another administrator remains who can sign in. */
const keepAnAdministrator = async (db: Db, but: string): Promise<void> => {
  const others = (await findStaff(db)).filter(({ id, roles, shutOutAt }) => id !== but && shutOutAt === null && roles.includes('admin'))
  if (others.length === 0) throw conflict('This is the only administrator. Make another one first.')
}

/** Other roles from the next request on. Throws 403 for a role given to oneself, 409 for the last administrator. */
export const setRoles = async (db: Db, { id, by, check }: Change, roles: readonly Role[]): Promise<StaffAccount> => {
  const before = await findStaffAccount(db, id)
  check?.(before.version)
  if (id === by.id && roles.some((role) => !before.roles.includes(role))) {
    throw forbidden('Nobody gives a role to themselves. Ask another administrator.')
  }
  if (before.roles.includes('admin') && !roles.includes('admin')) await keepAnAdministrator(db, id)
  await db.deleteFrom('account_role').where('user_id', '=', id).execute()
  for (const role of roles) await db.insertInto('account_role').values({ user_id: id, role }).execute()
  const after = await moveOn(db, before)
  await keepEvent(db, { act: 'roles_changed', by: by.id, subject: id, detail: `${rolesInWords(before.roles)} → ${rolesInWords(after.roles)}` })
  return after
}

/** Ends every session, and lets none begin. Once more changes nothing. */
export const shutOut = async (db: Db, { id, by }: Change): Promise<StaffAccount> => {
  const before = await findStaffAccount(db, id)
  if (before.shutOutAt !== null) return before
  if (id === by.id) throw forbidden('Nobody shuts themselves out. Ask another administrator.')
  if (before.roles.includes('admin')) await keepAnAdministrator(db, id)
  await db
    .insertInto('account_shut_out')
    .values({ user_id: id, shut_out_by: by.id, shut_out_at: new Date().toISOString() })
    .execute()
  await endSessions(db, id)
  await db.deleteFrom('account_verification').where('value', '=', id).execute()
  // Who is shut out leaves no way back in that they made themselves.
  await db.deleteFrom('account_invitation').where('invited_by', '=', id).where('used_at', 'is', null).execute()
  await keepEvent(db, { act: 'shut_out', by: by.id, subject: id })
  return moveOn(db, before)
}

export const letIn = async (db: Db, { id, by, check }: Change): Promise<StaffAccount> => {
  const before = await findStaffAccount(db, id)
  check?.(before.version)
  if (before.shutOutAt === null) throw conflict('This account is not shut out.')
  await db.deleteFrom('account_shut_out').where('user_id', '=', id).execute()
  await keepEvent(db, { act: 'let_in', by: by.id, subject: id })
  return moveOn(db, before)
}

/** For someone who lost their app and their recovery codes. Throws 409 where there is none to take away. */
export const resetSecondFactor = async (db: Db, { id, by, check }: Change): Promise<StaffAccount> => {
  const before = await findStaffAccount(db, id)
  check?.(before.version)
  if (!before.secondFactor) throw conflict('This account has no second factor.')
  await removeSecondFactorOf(db, id)
  await endSessions(db, id)
  await keepEvent(db, { act: 'second_factor_reset', by: by.id, subject: id })
  return moveOn(db, before)
}
