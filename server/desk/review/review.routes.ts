import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { reviewProposal } from '#contract/proposals.ts'
import type { Register } from '../../db/register.ts'
import { found } from '../../http/errors.ts'
import { type Access, requireFresh } from '../access/guard.ts'
import { checkIfMatch, setVersion } from '../access/if-match.ts'
import { kindOf } from '../kinds/kinds.ts'
import { viewProposal } from '../proposals/proposal-view.ts'
import { type StoredProposal, bodyOf, findProposal } from '../proposals/proposals.queries.ts'
import { writeTransaction } from '../write-transaction.ts'
import { applyInChild } from './apply-in-child.ts'
import { decide } from './decide.ts'

type Parts = {
  readonly registerFile: string
  readonly failed: (error: unknown) => void
  /** Told of every approval once it is in the register. */
  readonly approved: (proposal: StoredProposal) => void
}

export const mountReviews = (router: Router, access: Access, register: Kysely<Register>, { registerFile, failed, approved }: Parts): void => {
  access.serve(router, reviewProposal, async ({ params, body, request, response, account, signedIn }) => {
    const before = found(await findProposal(register, params.id), 'proposal')
    if (body.decision === 'approve' && kindOf(before.kind).isForGood) requireFresh(signedIn)
    const isLong = body.decision === 'approve' && (await kindOf(before.kind).isLong?.(register, bodyOf(before))) === true
    if (isLong) {
      checkIfMatch(request, before.version)
      await applyInChild({ registerFile, proposalId: before.id, version: before.version, reviewer: account, reason: body.reason }, failed)
    } else {
      await writeTransaction(register, (db) =>
        decide(db, params.id, account, body, ({ version }) => checkIfMatch(request, version)),
      )
    }
    const proposal = found(await findProposal(register, params.id), 'proposal')
    if (proposal.state === 'approved') approved(proposal)
    setVersion(response, proposal.version)
    return viewProposal(register, proposal, account)
  })
}
