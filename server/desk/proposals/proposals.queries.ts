import { type Kysely, type Selectable, sql } from 'kysely'
import type { Account } from '#contract/accounts.ts'
import type { QueryOf } from '#contract/endpoint.ts'
import { ChangeKind, ProposalKind } from '#contract/proposal-kinds.ts'
import { type ProposalRow, type listProposals, overdueDays } from '#contract/proposals.ts'
import type { DeskTables, Register } from '../../db/register.ts'
import { after, newestFirst, orderBy, pageFrom } from '../../features/common/cursor.ts'
import { findAccountNames } from '../accounts/accounts.queries.ts'
import { kindOf } from '../kinds/kinds.ts'

export type StoredProposal = Selectable<DeskTables['proposal']>

/** The body of a proposal as it was sent; it may be older than the schema that reads it today. */
export const bodyOf = (proposal: StoredProposal): unknown => JSON.parse(proposal.body)

/** A proposal that was sent; a draft is nobody's but its author's. */
export const findProposal = (db: Kysely<Register>, id: number): Promise<StoredProposal | undefined> =>
  db.selectFrom('proposal').where('id', '=', id).where('state', '<>', 'draft').selectAll().executeTakeFirst()

/** Proposals with the names of those who wrote and decided them. */
export const describeProposals = async (
  db: Kysely<Register>,
  proposals: readonly StoredProposal[],
): Promise<ProposalRow[]> => {
  const people = proposals.flatMap((row) => [row.author_id, ...(row.decided_by === null ? [] : [row.decided_by])])
  const names = await findAccountNames(db, [...new Set(people)])
  const nameOf = (id: string) => names.get(id) ?? 'Someone who has left'
  return proposals.map((row) => ({
    id: row.id,
    kind: ProposalKind.parse(row.kind),
    changeKind: ChangeKind.parse(row.change_kind),
    recordId: row.record_id,
    title: kindOf(row.kind).titleOf(bodyOf(row)),
    reason: row.reason,
    state: row.state,
    author: { id: row.author_id, name: nameOf(row.author_id) },
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    decidedBy: row.decided_by === null ? null : nameOf(row.decided_by),
    decidedAt: row.decided_at,
    decisionReason: row.decision_reason,
  }))
}

const sort = newestFirst('proposal.id')

const daysAgo = (days: number): string => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString()

/** A page of proposals, the newest first. */
export const findProposals = async (
  db: Kysely<Register>,
  { state, mine, overdue, limit, cursor }: QueryOf<typeof listProposals>,
  account: Account,
): Promise<{ data: ProposalRow[]; page: { total: number; next: string | null } }> => {
  let query = db.selectFrom('proposal').where('state', '<>', 'draft')
  if (state !== undefined) query = query.where('state', '=', state)
  if (mine !== undefined) query = query.where('author_id', mine === 'yes' ? '=' : '<>', account.id)
  if (overdue) query = query.where('state', '=', 'waiting').where('updated_at', '<', daysAgo(overdueDays))
  const { total } = await query.select(sql<number>`COUNT(*)`.as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .$if(cursor !== undefined, (page) => page.where(after(sort, cursor ?? '')))
    .selectAll()
    .orderBy(orderBy(sort))
    .limit(limit + 1)
    .execute()
  const { rows: shown, next } = pageFrom(rows, limit, sort, (row) => ({ key: row.id, id: row.id }))
  return {
    data: await describeProposals(db, shown),
    page: { total, next },
  }
}
