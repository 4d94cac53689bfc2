import type { Kysely } from 'kysely'
import type { OwnSession } from '#contract/own-account.ts'
import type { Register } from '../../db/register.ts'
import { notFound } from '../../http/errors.ts'
import { keepEvent } from './account-events.ts'
import { sessionSeconds } from './session-limits.ts'

/** The sessions of an account that have not ended, the newest first; `current` is the one that asks. */
export const findOwnSessions = async (db: Kysely<Register>, userId: string, current: string): Promise<OwnSession[]> => {
  const now = Date.now()
  const rows = await db
    .selectFrom('account_session')
    .where('userId', '=', userId)
    .where('expiresAt', '>', new Date(now).toISOString())
    .where('updatedAt', '>', new Date(now - sessionSeconds.idle * 1000).toISOString())
    .select(['id', 'createdAt as startedAt', 'updatedAt as lastUsedAt', 'expiresAt as endsAt'])
    .orderBy('createdAt', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, current: row.id === current }))
}

/** Throws 404 for a session that is not one of this account. */
export const endOwnSession = (register: Kysely<Register>, userId: string, id: string): Promise<void> =>
  register.transaction().execute(async (db) => {
    const gone = await db.deleteFrom('account_session').where('userId', '=', userId).where('id', '=', id).executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw notFound('session')
    await keepEvent(db, { act: 'session_ended', by: userId })
  })

export const endEverySession = (register: Kysely<Register>, userId: string): Promise<void> =>
  register.transaction().execute(async (db) => {
    await db.deleteFrom('account_session').where('userId', '=', userId).execute()
    await keepEvent(db, { act: 'signed_out_everywhere', by: userId })
  })
