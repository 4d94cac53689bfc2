import { type Kysely, sql } from 'kysely'
import { type SanctionsAction, sanctionsActionTitle } from '#contract/sanctions-actions.ts'
import type { Records } from '../../db/records.ts'
import { findEvidence } from '../common/evidence.ts'
import { actionColumns, actionOf } from './action-row.ts'
import { findLinkedEvents } from './linked-events.queries.ts'
import { sameAct } from './same-act.ts'

/** The other records of the act that this one is of, the oldest first. */
const findSameAct = async (db: Kysely<Records>, id: number): Promise<SanctionsAction['sameAct']> => {
  const rows = await db
    .selectFrom('sanctions_action')
    .where('id', 'in', sql<number>`(SELECT member FROM ${sameAct(sql`SELECT ${id} AS id`)})`)
    .where('id', '<>', id)
    .select(['id', 'authority', 'action', 'target', 'commodity'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, ref: `S-${row.id}`, title: sanctionsActionTitle(row) }))
}

/** One action with its links to release events and the evidence for both. */
export const findSanctionsAction = async (db: Kysely<Records>, id: number): Promise<SanctionsAction | null> => {
  const row = await db
    .selectFrom('sanctions_action')
    .where('sanctions_action.id', '=', id)
    .select(actionColumns)
    .executeTakeFirst()
  if (!row) return null
  const [same, releaseEvents] = await Promise.all([findSameAct(db, id), findLinkedEvents(db, id)])
  const evidence = await findEvidence(db, {
    sanctions_action: [id],
    release_sanction: releaseEvents.map((link) => link.id),
  })
  return { ...actionOf(row), sameAct: same, releaseEvents, evidence }
}
