import type { Kysely } from 'kysely'
import type { Register } from '../db/register.ts'
import { addRedactedIds, readRedactedIds } from './redacted-ids.ts'

type Visibility = 'public' | 'name_withheld' | 'withheld'

/**
 * Brings the list outside the backups up to date with what the public is shown of each person,
 * whichever way that was decided. Someone shown again is listed so: the last word counts.
 */
export const listVisibility = async (db: Kysely<Register>, redactedIdsFile: string): Promise<void> => {
  const listed = new Map<number, Visibility>()
  for (const act of await readRedactedIds(redactedIdsFile)) if (act.act === 'visibility') listed.set(act.id, act.visibility)
  const hidden = await db.selectFrom('detainee').where('visibility', '<>', 'public').select(['id', 'visibility']).execute()
  const now = new Map<number, Visibility>(hidden.map(({ id, visibility }) => [id, visibility]))
  const at = new Date().toISOString()
  const shownAgain = [...listed].filter(([id, visibility]) => visibility !== 'public' && !now.has(id)).map(([id]) => [id, 'public'] as const)
  const changed = [...[...now].filter(([id, visibility]) => listed.get(id) !== visibility), ...shownAgain]
  if (changed.length > 0) await addRedactedIds(redactedIdsFile, changed.map(([id, visibility]) => ({ act: 'visibility', id, visibility, at })))
}
