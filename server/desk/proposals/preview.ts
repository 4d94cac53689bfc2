import type { Kysely } from 'kysely'
import type { ResponseOf } from '#contract/endpoint.ts'
import type { previewProposal } from '#contract/proposals.ts'
import type { Register } from '../../db/register.ts'
import { kindOf } from '../kinds/kinds.ts'
import { type ProposalWrite, checkProposal } from './check-proposal.ts'

/** What a proposal would store, as its reviewer will read it. Throws what `checkProposal` throws. */
export const preview = async (
  db: Kysely<Register>,
  write: ProposalWrite,
  asSent: unknown,
): Promise<ResponseOf<typeof previewProposal>> => {
  await checkProposal(db, write, asSent)
  const { read, findRemoval } = kindOf(write.kind)
  if (write.changeKind === 'retraction') {
    return { changes: write.recordId === null ? [] : await findRemoval(db, write.recordId), warnings: [] }
  }
  const result = read(asSent)
  if ('problems' in result) return { changes: [], warnings: [] }
  return { changes: await result.body.findChanges(db, write.recordId), warnings: await result.body.findWarnings(db, write.recordId) }
}
