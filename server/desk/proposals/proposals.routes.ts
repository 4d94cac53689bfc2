import type { Request, Router } from 'express'
import type { Kysely } from 'kysely'
import {
  commentOnProposal,
  createProposal,
  getProposal,
  listProposals,
  previewProposal,
  updateProposal,
  withdrawProposal,
} from '#contract/proposals.ts'
import { isAct } from '#contract/proposal-kinds.ts'
import type { Register } from '../../db/register.ts'
import { found } from '../../http/errors.ts'
import { findAnswer, keepAnswer, onceKeyOf } from '../access/answer-once.ts'
import type { Access } from '../access/guard.ts'
import { checkIfMatch, setVersion } from '../access/if-match.ts'
import { checkWordsLeft } from '../access/words-left.ts'
import { writeTransaction } from '../write-transaction.ts'
import { addComment } from './comments.queries.ts'
import { preview } from './preview.ts'
import { viewProposal } from './proposal-view.ts'
import { findProposal, findProposals } from './proposals.queries.ts'
import { addProposal, changeProposal, withdraw } from './write-proposals.ts'

/** The write body as it came: what was typed, before the schema trims and fills it. */
const bodyAsSent = (request: Request): unknown => {
  const sent: unknown = request.body
  return typeof sent === 'object' && sent !== null && 'body' in sent ? sent.body : null
}

export const mountProposals = (router: Router, access: Access, register: Kysely<Register>): void => {
  access.serve(router, listProposals, ({ query, account }) => findProposals(register, query, account))

  access.serve(router, createProposal, async ({ body, request, response, account }) => {
    const once = onceKeyOf(request, account.id)
    const answer = await writeTransaction(register, async (db) => {
      if (!isAct(body.kind)) await checkWordsLeft(db, request)
      const before = await findAnswer(db, once)
      if (before !== undefined) return createProposal.response.parse(before)
      const proposal = await addProposal(db, account, body, bodyAsSent(request))
      const view = await viewProposal(db, proposal, account)
      await keepAnswer(db, once, view)
      return view
    })
    setVersion(response, answer.version)
    return answer
  })

  access.serve(router, previewProposal, async ({ body, request }) => {
    if (!isAct(body.kind)) await checkWordsLeft(register, request)
    return preview(register, body, bodyAsSent(request))
  })

  access.serve(router, commentOnProposal, async ({ params, body, request, account }) => {
    const once = onceKeyOf(request, account.id)
    await writeTransaction(register, async (db) => {
      await checkWordsLeft(db, request)
      if ((await findAnswer(db, once)) !== undefined) return
      found(await findProposal(db, params.id), 'proposal')
      await addComment(db, params.id, account.id, body.text)
      await keepAnswer(db, once, params.id)
    })
    return viewProposal(register, found(await findProposal(register, params.id), 'proposal'), account)
  })

  access.serve(router, getProposal, async ({ params, response, account }) => {
    const proposal = found(await findProposal(register, params.id), 'proposal')
    setVersion(response, proposal.version)
    return viewProposal(register, proposal, account)
  })

  access.serve(router, updateProposal, async ({ params, body, request, response, account }) => {
    const proposal = await writeTransaction(register, async (db) => {
      await checkWordsLeft(db, request)
      return changeProposal(db, params.id, account, body, bodyAsSent(request), ({ version }) => checkIfMatch(request, version))
    })
    setVersion(response, proposal.version)
    return viewProposal(register, proposal, account)
  })

  access.serve(router, withdrawProposal, async ({ params, request, response, account }) => {
    const proposal = await writeTransaction(register, (db) =>
      withdraw(db, params.id, account, ({ version }) => checkIfMatch(request, version)),
    )
    setVersion(response, proposal.version)
    return viewProposal(register, proposal, account)
  })
}
