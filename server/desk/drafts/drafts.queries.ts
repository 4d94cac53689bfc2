import type { Kysely } from 'kysely'
import type { DraftRow } from '#contract/drafts.ts'
import { RecordKind } from '#contract/proposal-kinds.ts'
import type { Register } from '../../db/register.ts'
import { found } from '../../http/errors.ts'
import { textAt } from '../kinds/text-at.ts'
import { type StoredProposal, bodyOf } from '../proposals/proposals.queries.ts'

/** The most drafts that one person's list shows. */
const most = 200

/** A draft as a list shows it. Drafts are stored as proposals that nobody was shown yet. */
export const draftRow = (draft: StoredProposal): DraftRow => ({
  id: draft.id,
  kind: RecordKind.parse(draft.kind),
  recordId: draft.record_id,
  title: textAt(bodyOf(draft), 'title') ?? 'Without a title',
  version: draft.version,
  savedAt: draft.updated_at,
})

export const findDrafts = async (db: Kysely<Register>, authorId: string): Promise<DraftRow[]> => {
  const rows = await db
    .selectFrom('proposal')
    .where('author_id', '=', authorId)
    .where('state', '=', 'draft')
    .selectAll()
    .orderBy('updated_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(draftRow)
}

/** A draft of this author. Throws 404 for anyone else's, as for one that is not there. */
export const findDraft = async (db: Kysely<Register>, id: number, authorId: string): Promise<StoredProposal> =>
  found(
    await db
      .selectFrom('proposal')
      .where('id', '=', id)
      .where('author_id', '=', authorId)
      .where('state', '=', 'draft')
      .selectAll()
      .executeTakeFirst(),
    'draft',
  )
