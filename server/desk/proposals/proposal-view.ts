import type { Kysely } from 'kysely'
import type { Account } from '#contract/accounts.ts'
import type { Proposal, ProposedChange } from '#contract/proposals.ts'
import { ReleaseEventWrite } from '#contract/release-event-write.ts'
import type { Register } from '../../db/register.ts'
import { findSettings } from '../accounts/settings.queries.ts'
import { findMadeChanges, findProposedChanges } from '../release-event/compare.ts'
import { findEventVersion } from '../release-event/event-rows.ts'
import { findReleaseEventWrite } from '../release-event/write-body.ts'
import { type StoredProposal, bodyOf, describeProposals } from './proposals.queries.ts'
import { findWarnings } from './warnings.ts'

export const isOpen = ({ state }: StoredProposal): boolean => state === 'waiting' || state === 'returned'

/** The record that an approved proposal made or changed: a new one is the event its changeset added. */
const findAppliedTo = async (db: Kysely<Register>, proposal: StoredProposal): Promise<number | null> => {
  if (proposal.changeset_id === null) return null
  if (proposal.record_id !== null) return proposal.record_id
  const added = await db
    .selectFrom('change')
    .where('changeset_id', '=', proposal.changeset_id)
    .where('table_name', '=', 'release_event')
    .where('op', '=', 'insert')
    .select('record_id')
    .executeTakeFirst()
  return added?.record_id ?? null
}

const changesOf = async (
  db: Kysely<Register>,
  proposal: StoredProposal,
  appliedTo: number | null,
): Promise<ProposedChange[]> => {
  if (proposal.changeset_id !== null && appliedTo !== null) {
    return findMadeChanges(db, proposal.changeset_id, appliedTo)
  }
  if (proposal.change_kind === 'retraction') return findProposedChanges(db, proposal.record_id, null)
  // A proposal kept since before the schema changed may no longer fit it: it opens, without a difference.
  const body = ReleaseEventWrite.safeParse(bodyOf(proposal))
  return body.success ? findProposedChanges(db, proposal.record_id, body.data) : []
}

/** The record as it is, when it has changed since the proposal was based on it. */
export const findStale = async (db: Kysely<Register>, proposal: StoredProposal): Promise<Proposal['stale']> => {
  if (proposal.record_id === null || !isOpen(proposal)) return null
  if ((await findEventVersion(db, proposal.record_id)) === proposal.base_version) return null
  const present = await findReleaseEventWrite(db, proposal.record_id)
  return present ?? { version: await findEventVersion(db, proposal.record_id), body: null }
}

/** A proposal as this account sees it. */
export const viewProposal = async (db: Kysely<Register>, proposal: StoredProposal, account: Account): Promise<Proposal> => {
  const [row] = await describeProposals(db, [proposal])
  if (!row) throw new Error(`Proposal ${proposal.id} cannot be described`)
  const appliedTo = await findAppliedTo(db, proposal)
  const { secondPersonMustApprove } = await findSettings(db)
  const isAuthor = proposal.author_id === account.id
  return {
    ...row,
    body: bodyOf(proposal),
    baseVersion: proposal.base_version,
    changes: await changesOf(db, proposal, appliedTo),
    warnings: isOpen(proposal) && proposal.change_kind !== 'retraction' ? await findWarnings(db, bodyOf(proposal)) : [],
    stale: await findStale(db, proposal),
    appliedTo,
    mayReview:
      proposal.state === 'waiting' && account.roles.includes('reviewer') && !(secondPersonMustApprove && isAuthor),
    mayEdit: isAuthor && isOpen(proposal),
  }
}
