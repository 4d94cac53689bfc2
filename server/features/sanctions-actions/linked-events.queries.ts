import { type Kysely, sql } from 'kysely'
import type { SanctionsAction } from '#contract/sanctions-actions.ts'
import type { Records } from '../../db/records.ts'
import { dateColumns, dateOf } from '../common/dates.ts'

/** How many release events each of these actions is linked to, however often. */
export const countLinkedEvents = async (db: Kysely<Records>, ids: readonly number[]): Promise<Map<number, number>> => {
  const rows = await db
    .selectFrom('release_sanction')
    .where('sanctions_action_id', 'in', ids)
    .select(['sanctions_action_id', sql<number>`COUNT(DISTINCT release_event_id)`.as('events')])
    .groupBy('sanctions_action_id')
    .execute()
  return new Map(rows.map((row) => [row.sanctions_action_id, row.events]))
}

/** The links of one action as each source words them, the latest event first. */
export const findLinkedEvents = async (db: Kysely<Records>, id: number): Promise<SanctionsAction['releaseEvents']> => {
  const rows = await db
    .selectFrom('release_sanction')
    .innerJoin('release_event', 'release_event.id', 'release_sanction.release_event_id')
    .where('release_sanction.sanctions_action_id', '=', id)
    .select([
      'release_sanction.id',
      'release_sanction.relation',
      'release_sanction.said_by',
      'release_event.id as event_id',
      'release_event.title',
      ...dateColumns('release_event', 'date'),
    ])
    .orderBy('release_event.date_earliest', 'desc')
    .orderBy('release_sanction.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    relation: row.relation as SanctionsAction['releaseEvents'][number]['relation'],
    saidBy: row.said_by,
    releaseEvent: { id: row.event_id, ref: `R-${row.event_id}`, title: row.title, date: dateOf(row, 'date') },
  }))
}
