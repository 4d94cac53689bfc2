import type { Transaction } from 'kysely'
import type { Register } from '../../db/register.ts'

type Db = Transaction<Register>

/** Moves what only the desk knows of a person to another; `changesetId` is the merge that does, so that it can be taken back. */
export const moveDeskFacts = async (db: Db, changesetId: number, from: number, to: number): Promise<void> => {
  const facts = await db.selectFrom('desk_fact').where('detainee_id', '=', from).select('id').execute()
  for (const { id } of facts) {
    await db.insertInto('desk_move').values({ changeset_id: changesetId, desk_fact_id: id, before_id: from, after_id: to }).execute()
    await db.updateTable('desk_fact').set({ detainee_id: to }).where('id', '=', id).execute()
  }
}

/** Gives the facts that a merge moved back to whose they were, as far as they are there still. */
export const moveDeskFactsBack = async (db: Db, changesetId: number): Promise<void> => {
  const moves = await db.selectFrom('desk_move').where('changeset_id', '=', changesetId).selectAll().execute()
  for (const { desk_fact_id: id, before_id: before, after_id: after } of moves) {
    await db.updateTable('desk_fact').set({ detainee_id: before }).where('id', '=', id).where('detainee_id', '=', after).execute()
  }
}
