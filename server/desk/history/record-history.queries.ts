import type { Kysely } from 'kysely'
import type { EventHistoryEntry } from '#contract/history.ts'
import type { Register } from '../../db/register.ts'
import type { RootRecord } from '../../register/changeset.ts'
import { findRecordChanges, findTouches } from '../../register/undo/record-rows.ts'
import { changesOfRows, netRows } from '../rows/changes-of-rows.ts'
import { mayUndo } from '../undo/may-undo.ts'

/** The most changesets told of at once, the newest. */
const most = 100

/** What happened to a record and to everything in it, the newest first; null for one that never was. */
export const findRecordHistory = async (db: Kysely<Register>, root: RootRecord): Promise<EventHistoryEntry[] | null> => {
  const changes = Map.groupBy(await findRecordChanges(db, root), ({ changeset }) => changeset)
  const ids = [...new Set([...changes.keys(), ...(await findTouches(db, root))])]
  if (ids.length === 0) return null
  const changesets = await db
    .selectFrom('changeset')
    .where('id', 'in', ids)
    .select(['id as changeset', 'kind', 'author', 'reviewer', 'reason', 'proposal_id as proposal', 'made_at as madeAt'])
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  const entries: EventHistoryEntry[] = []
  for (const entry of changesets) {
    const rows = netRows(changes.get(entry.changeset) ?? [])
    entries.push({ ...entry, changes: await changesOfRows(db, rows, root), mayUndo: mayUndo(entry.kind) })
  }
  return entries
}
