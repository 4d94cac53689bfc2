import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { reviewProposal } from '#contract/proposals.ts'
import type { Register } from '../../db/register.ts'
import type { Access } from '../access/guard.ts'
import { checkIfMatch, setVersion } from '../access/if-match.ts'
import { viewProposal } from '../proposals/proposal-view.ts'
import { writeTransaction } from '../write-transaction.ts'
import { decide } from './decide.ts'

export const mountReviews = (router: Router, access: Access, register: Kysely<Register>): void => {
  access.serve(router, reviewProposal, async ({ params, body, request, response, account }) => {
    const proposal = await writeTransaction(register, (db) =>
      decide(db, params.id, account, body, ({ version }) => checkIfMatch(request, version)),
    )
    setVersion(response, proposal.version)
    return viewProposal(register, proposal, account)
  })
}
