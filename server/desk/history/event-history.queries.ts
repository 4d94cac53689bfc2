import type { Kysely } from 'kysely'
import type { EventHistoryEntry } from '#contract/history.ts'
import type { Register } from '../../db/register.ts'
import { findMadeChanges } from '../release-event/compare.ts'
import { mayUndo } from '../undo/may-undo.ts'

/** The most changesets told of at once, the newest. */
const most = 100

/** Changesets that wrote the event's own row, that a proposal for it made, or that stand as its version. */
const findChangesets = async (db: Kysely<Register>, eventId: number) =>
  db
    .selectFrom('changeset')
    .where((eb) =>
      eb.or([
        eb(
          'id',
          'in',
          eb
            .selectFrom('change')
            .where('table_name', '=', 'release_event')
            .where('record_id', '=', eventId)
            .select('change.changeset_id'),
        ),
        eb(
          'id',
          'in',
          eb
            .selectFrom('proposal')
            .where('kind', '=', 'release_event')
            .where('record_id', '=', eventId)
            .where('changeset_id', 'is not', null)
            .select(({ ref }) => ref('proposal.changeset_id').$notNull().as('changeset_id')),
        ),
        eb(
          'id',
          'in',
          eb
            .selectFrom('record_version')
            .where('record_table', '=', 'release_event')
            .where('record_id', '=', eventId)
            .select('record_version.changeset_id'),
        ),
      ]),
    )
    .select(['id as changeset', 'kind', 'author', 'reviewer', 'reason', 'proposal_id as proposal', 'made_at as madeAt'])
    .orderBy('id', 'desc')
    .limit(most)
    .execute()

/** What happened to an event and to its counts, people, links and notes, the newest first; null for one that never was. */
export const findEventHistory = async (db: Kysely<Register>, eventId: number): Promise<EventHistoryEntry[] | null> => {
  const changesets = await findChangesets(db, eventId)
  if (changesets.length === 0) return null
  const entries: EventHistoryEntry[] = []
  for (const entry of changesets) {
    entries.push({ ...entry, changes: await findMadeChanges(db, entry.changeset, eventId), mayUndo: mayUndo(entry.kind) })
  }
  return entries
}
