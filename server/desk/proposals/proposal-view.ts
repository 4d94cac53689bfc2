import type { Kysely } from 'kysely'
import type { Account } from '#contract/accounts.ts'
import type { Proposal, ProposedChange } from '#contract/proposals.ts'
import type { Register } from '../../db/register.ts'
import { decidingRole, isTheirOwn } from '../review/second-person.ts'
import { findRecordVersion } from '../../register/record-version.ts'
import { applicationOf } from '../review/applications.ts'
import { kindOf } from '../kinds/kinds.ts'
import { findComments } from './comments.queries.ts'
import { type StoredProposal, bodyOf, describeProposals } from './proposals.queries.ts'

export const isOpen = ({ state }: StoredProposal): boolean => state === 'waiting' || state === 'returned'

/** The record that an approved proposal made or changed: a new one is the record of its kind that its changeset added first. */
const findAppliedTo = async (db: Kysely<Register>, proposal: StoredProposal): Promise<number | null> => {
  if (proposal.changeset_id === null) return null
  if (proposal.record_id !== null) return proposal.record_id
  const { table } = kindOf(proposal.kind)
  if (table === null) return null
  const added = await db
    .selectFrom('change')
    .where('changeset_id', '=', proposal.changeset_id)
    .where('table_name', '=', table)
    .where('op', '=', 'insert')
    .select('record_id')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return added?.record_id ?? null
}

const changesOf = async (
  db: Kysely<Register>,
  proposal: StoredProposal,
  appliedTo: number | null,
): Promise<ProposedChange[]> => {
  const kind = kindOf(proposal.kind)
  if (proposal.changeset_id !== null) return kind.findMadeChanges(db, proposal.changeset_id, appliedTo)
  if (proposal.change_kind === 'retraction') {
    return proposal.record_id === null ? [] : kind.findRemoval(db, proposal.record_id)
  }
  // A proposal kept since before the schema changed may no longer fit it: it opens, without a difference.
  const read = kind.read(bodyOf(proposal))
  return 'body' in read ? read.body.findChanges(db, proposal.record_id) : []
}

/** What a reviewer should look at twice while a proposal is open. */
const warningsOf = async (db: Kysely<Register>, proposal: StoredProposal): Promise<string[]> => {
  if (!isOpen(proposal) || proposal.change_kind === 'retraction') return []
  const read = kindOf(proposal.kind).read(bodyOf(proposal))
  return 'body' in read ? read.body.findWarnings(db, proposal.record_id) : []
}

/** The record as it is, when it has changed since the proposal was based on it. */
export const findStale = async (db: Kysely<Register>, proposal: StoredProposal): Promise<Proposal['stale']> => {
  const { table, findPresent } = kindOf(proposal.kind)
  if (proposal.record_id === null || table === null || !isOpen(proposal)) return null
  const version = await findRecordVersion(db, { table, id: proposal.record_id })
  if (version === proposal.base_version) return null
  return (await findPresent(db, proposal.record_id)) ?? { version, body: null }
}

/** A proposal as this account sees it. */
export const viewProposal = async (db: Kysely<Register>, proposal: StoredProposal, account: Account): Promise<Proposal> => {
  const [row] = await describeProposals(db, [proposal])
  if (!row) throw new Error(`Proposal ${proposal.id} cannot be described`)
  const appliedTo = await findAppliedTo(db, proposal)
  const isAuthor = proposal.author_id === account.id
  const { applying, notApplied } = applicationOf(proposal.id)
  return {
    ...row,
    body: bodyOf(proposal),
    baseVersion: proposal.base_version,
    changes: await changesOf(db, proposal, appliedTo),
    warnings: await warningsOf(db, proposal),
    stale: await findStale(db, proposal),
    appliedTo,
    applying,
    notApplied,
    comments: await findComments(db, proposal.id),
    mayReview:
      proposal.state === 'waiting' &&
      !applying &&
      account.roles.includes(decidingRole(proposal.kind)) &&
      !(await isTheirOwn(db, proposal, account)),
    mayEdit: isAuthor && isOpen(proposal),
  }
}
