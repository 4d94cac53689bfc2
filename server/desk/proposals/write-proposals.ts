import type { Transaction } from 'kysely'
import type { Account } from '#contract/accounts.ts'
import type { Register } from '../../db/register.ts'
import { conflict, forbidden, found, invalid } from '../../http/errors.ts'
import { spendDraft } from '../drafts/write-drafts.ts'
import { type ProposalWrite, checkProposal } from './check-proposal.ts'
import { isOpen } from './proposal-view.ts'
import { addComment } from './comments.queries.ts'
import { type StoredProposal, findProposal } from './proposals.queries.ts'

type Db = Transaction<Register>

/** Enters a proposal that waits for review. `asSent` is its body before parsing: nothing typed is lost. */
export const addProposal = async (
  db: Db,
  account: Account,
  write: ProposalWrite,
  asSent: unknown,
): Promise<StoredProposal> => {
  await checkProposal(db, write, asSent)
  if (write.draft !== null) await spendDraft(db, write.draft, account.id)
  const now = new Date().toISOString()
  const proposal = await db
    .insertInto('proposal')
    .values({
      kind: write.kind,
      record_id: write.recordId,
      base_version: write.baseVersion,
      change_kind: write.changeKind,
      body: JSON.stringify(asSent),
      reason: write.reason,
      state: 'waiting',
      author_id: account.id,
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (write.comment !== null) await addComment(db, proposal.id, account.id, write.comment)
  return proposal
}

/** A proposal its author may change. Throws 403 for anyone else, 409 once it was decided or withdrawn. */
const mine = async (db: Db, id: number, account: Account, check: (proposal: StoredProposal) => void) => {
  const proposal = found(await findProposal(db, id), 'proposal')
  if (proposal.author_id !== account.id) throw forbidden('Only its author changes a proposal. Return it with a reason instead.')
  check(proposal)
  if (!isOpen(proposal)) throw conflict(`This proposal was ${proposal.state} and is no longer changed. Make a new one.`)
  return proposal
}

/** Any change of a proposal: its version counts up, and what decided it before no longer holds. */
const update = (db: Db, proposal: StoredProposal, values: Partial<StoredProposal>): Promise<StoredProposal> =>
  db
    .updateTable('proposal')
    .set({ ...values, version: proposal.version + 1, updated_at: new Date().toISOString() })
    .where('id', '=', proposal.id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Replaces the body; the proposal waits for review again. `check` refuses a stale version. */
export const changeProposal = async (
  db: Db,
  id: number,
  account: Account,
  write: ProposalWrite,
  asSent: unknown,
  check: (proposal: StoredProposal) => void,
): Promise<StoredProposal> => {
  const proposal = await mine(db, id, account, check)
  if (proposal.record_id !== write.recordId) {
    throw invalid({ recordId: 'A proposal stays with its record. Withdraw this one and make another.' })
  }
  await checkProposal(db, write, asSent)
  if (write.draft !== null) await spendDraft(db, write.draft, account.id)
  if (write.comment !== null) await addComment(db, id, account.id, write.comment)
  return update(db, proposal, {
    base_version: write.baseVersion,
    change_kind: write.changeKind,
    body: JSON.stringify(asSent),
    reason: write.reason,
    state: 'waiting',
  })
}

export const withdraw = async (
  db: Db,
  id: number,
  account: Account,
  check: (proposal: StoredProposal) => void,
): Promise<StoredProposal> => update(db, await mine(db, id, account, check), { state: 'withdrawn' })
