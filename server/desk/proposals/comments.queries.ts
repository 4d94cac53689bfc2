import type { Kysely } from 'kysely'
import type { Proposal } from '#contract/proposals.ts'
import type { Register } from '../../db/register.ts'

/** What was said about a proposal, the first first, each with the name it was said under. */
export const findComments = (db: Kysely<Register>, proposalId: number): Promise<Proposal['comments']> =>
  db
    .selectFrom('proposal_comment')
    .innerJoin('account_user', 'account_user.id', 'proposal_comment.author_id')
    .where('proposal_id', '=', proposalId)
    .select(['proposal_comment.id', 'account_user.name as author', 'proposal_comment.text', 'made_at as madeAt'])
    .orderBy('proposal_comment.id')
    .execute()

export const addComment = async (db: Kysely<Register>, proposalId: number, authorId: string, text: string): Promise<void> => {
  await db
    .insertInto('proposal_comment')
    .values({ proposal_id: proposalId, author_id: authorId, text, made_at: new Date().toISOString() })
    .execute()
}
