import type { Transaction } from 'kysely'
import type { BodyOf } from '#contract/endpoint.ts'
import type { createDraft } from '#contract/drafts.ts'
import type { Register } from '../../db/register.ts'
import { HttpError, conflict, invalid } from '../../http/errors.ts'
import { findRecordVersion } from '../../register/record-version.ts'
import { kindOf } from '../kinds/kinds.ts'
import type { StoredProposal } from '../proposals/proposals.queries.ts'
import { findDraft } from './drafts.queries.ts'

type Db = Transaction<Register>

/** Drafts one person can have at once: a page that keeps making them is stopped here. */
const mostDrafts = 200

export const addDraft = async (db: Db, authorId: string, { kind, recordId, form }: BodyOf<typeof createDraft>): Promise<StoredProposal> => {
  const { table, noun } = kindOf(kind)
  if (recordId !== null && table === null) throw invalid({ recordId: `A ${noun} is about no single record. Leave this out.` })
  const { count } = await db
    .selectFrom('proposal')
    .where('author_id', '=', authorId)
    .where('state', '=', 'draft')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count >= mostDrafts) throw conflict(`You have ${count} drafts. Send some or throw some away, then go on.`)
  const now = new Date().toISOString()
  return db
    .insertInto('proposal')
    .values({
      kind,
      record_id: recordId,
      base_version: recordId === null || table === null ? null : await findRecordVersion(db, { table, id: recordId }),
      change_kind: recordId === null ? 'new' : 'correction',
      body: JSON.stringify(form),
      state: 'draft',
      author_id: authorId,
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Keeps a later state of a draft. `check` refuses a stale version. */
export const keepDraft = async (
  db: Db,
  id: number,
  authorId: string,
  form: unknown,
  check: (draft: StoredProposal) => void,
): Promise<StoredProposal> => {
  const draft = await findDraft(db, id, authorId)
  check(draft)
  return db
    .updateTable('proposal')
    .set({ body: JSON.stringify(form), version: draft.version + 1, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Takes a draft away for good: it was nobody's but its author's. `check` refuses a stale version. */
export const removeDraft = async (db: Db, id: number, authorId: string, check: (draft: StoredProposal) => void): Promise<void> => {
  check(await findDraft(db, id, authorId))
  await db.deleteFrom('proposal').where('id', '=', id).execute()
}

/**
 * Takes away the draft that a proposal was written as. Throws 422 where it is gone: whoever sends
 * one draft from two windows makes one proposal of it, and is asked before there is a second.
 */
export const spendDraft = async (db: Db, id: number, authorId: string): Promise<void> => {
  const { numDeletedRows } = await db
    .deleteFrom('proposal')
    .where('id', '=', id)
    .where('author_id', '=', authorId)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new HttpError(422, 'conflict', 'This draft was sent already, or thrown away, in another window.')
}
