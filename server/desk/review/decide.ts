import type { Transaction } from 'kysely'
import type { Account } from '#contract/accounts.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import type { reviewProposal } from '#contract/proposals.ts'
import type { Register } from '../../db/register.ts'
import { conflict, forbidden, found } from '../../http/errors.ts'
import { type ChangesetHeader, type OpenChangeset, writeChangeset } from '../../register/changeset.ts'
import { findAccountNames } from '../accounts/accounts.queries.ts'
import type { Problems, ReadBody } from '../kinds/kind.ts'
import { kindOf } from '../kinds/kinds.ts'
import { staleRecord } from '../proposals/check-proposal.ts'
import { findStale } from '../proposals/proposal-view.ts'
import { decidingRole, isTheirOwn } from './second-person.ts'
import { type StoredProposal, bodyOf, findProposal } from '../proposals/proposals.queries.ts'

type Db = Transaction<Register>
type Review = BodyOf<typeof reviewProposal>

/** The body as it can be applied today. Throws 409 when the register or the schema has moved on. */
const readBody = async (db: Db, proposal: StoredProposal): Promise<ReadBody> => {
  const outdated = (problems: Problems) =>
    conflict(`This proposal no longer fits the register. Return it, so that its author corrects it. ${Object.values(problems).join(' ')}`, {
      problems,
    })
  const read = kindOf(proposal.kind).read(bodyOf(proposal))
  if ('problems' in read) throw outdated(read.problems)
  const problems = await read.body.findProblems(db, proposal.record_id)
  if (Object.keys(problems).length > 0) throw outdated(problems)
  return read.body
}

const headerOf = async (db: Db, proposal: StoredProposal, reviewer: Account): Promise<ChangesetHeader> => {
  const names = await findAccountNames(db, [proposal.author_id])
  return {
    kind: proposal.change_kind,
    author: names.get(proposal.author_id) ?? proposal.author_id,
    authorId: proposal.author_id,
    reviewer: reviewer.name,
    reviewerId: reviewer.id,
    reason: proposal.reason,
    proposalId: proposal.id,
  }
}

/** Applies a proposal to the register in one changeset, and gives its number. */
const apply = async (db: Db, proposal: StoredProposal, reviewer: Account): Promise<number> => {
  const stale = await findStale(db, proposal)
  if (stale) throw staleRecord(stale.body === null ? null : stale, bodyOf(proposal))
  const header = await headerOf(db, proposal, reviewer)
  const write = async (changeset: OpenChangeset): Promise<void> => {
    const { retract } = kindOf(proposal.kind)
    if (proposal.change_kind === 'retraction' && proposal.record_id !== null && retract) {
      await retract(db, changeset, proposal.record_id)
    } else await (await readBody(db, proposal)).apply(db, changeset, proposal.record_id)
  }
  return writeChangeset(db, header, async (_, changeset) => {
    await write(changeset)
    return changeset.id
  })
}

const states = { approve: 'approved', return: 'returned', reject: 'rejected' } as const

/**
 * A reviewer's decision, whole or not at all. `check` refuses a stale version, so of two
 * decisions at once one wins. Throws 403 where a second person must approve and this is the
 * author, 409 when it is not waiting or its record has changed since.
 */
export const decide = async (
  db: Db,
  id: number,
  reviewer: Account,
  { decision, reason }: Review,
  check: (proposal: StoredProposal) => void,
): Promise<StoredProposal> => {
  const proposal = found(await findProposal(db, id), 'proposal')
  check(proposal)
  if (proposal.state !== 'waiting') throw conflict(`This proposal is not waiting for review: it was ${proposal.state}.`)
  const role = decidingRole(proposal.kind)
  if (!reviewer.roles.includes(role)) throw forbidden(`Only a ${role} decides on this.`)
  if (decision === 'approve' && (await isTheirOwn(db, proposal, reviewer))) {
    throw forbidden(`A second person must approve what you wrote. Ask another ${role}.`)
  }
  const changesetId = decision === 'approve' ? await apply(db, proposal, reviewer) : null
  const now = new Date().toISOString()
  return db
    .updateTable('proposal')
    .set({
      state: states[decision],
      version: proposal.version + 1,
      updated_at: now,
      decided_by: reviewer.id,
      decided_at: now,
      decision_reason: reason === '' ? null : reason,
      changeset_id: changesetId,
    })
    .where('id', '=', proposal.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
