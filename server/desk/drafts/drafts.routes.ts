import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { createDraft, discardDraft, getDraft, listDrafts, saveDraft } from '#contract/drafts.ts'
import type { Register } from '../../db/register.ts'
import { findAnswer, keepAnswer, onceKeyOf } from '../access/answer-once.ts'
import type { Access } from '../access/guard.ts'
import { checkIfMatch, setVersion } from '../access/if-match.ts'
import { checkWordsLeft } from '../access/words-left.ts'
import { bodyOf } from '../proposals/proposals.queries.ts'
import { writeTransaction } from '../write-transaction.ts'
import { draftRow, findDraft, findDrafts } from './drafts.queries.ts'
import { addDraft, keepDraft, removeDraft } from './write-drafts.ts'

export const mountDrafts = (router: Router, access: Access, register: Kysely<Register>): void => {
  access.serve(router, listDrafts, async ({ account }) => ({ data: await findDrafts(register, account.id) }))

  access.serve(router, createDraft, async ({ body, request, response, account }) => {
    const once = onceKeyOf(request, account.id)
    const row = await writeTransaction(register, async (db) => {
      await checkWordsLeft(db, request)
      const before = await findAnswer(db, once)
      if (before !== undefined) return createDraft.response.parse(before)
      const made = draftRow(await addDraft(db, account.id, body))
      await keepAnswer(db, once, made)
      return made
    })
    setVersion(response, row.version)
    return row
  })

  access.serve(router, getDraft, async ({ params, response, account }) => {
    const draft = await findDraft(register, params.id, account.id)
    setVersion(response, draft.version)
    return { ...draftRow(draft), form: bodyOf(draft) }
  })

  access.serve(router, saveDraft, async ({ params, body, request, response, account }) => {
    const draft = await writeTransaction(register, async (db) => {
      await checkWordsLeft(db, request)
      return keepDraft(db, params.id, account.id, body.form, ({ version }) => checkIfMatch(request, version))
    })
    setVersion(response, draft.version)
    return draftRow(draft)
  })

  access.serve(router, discardDraft, async ({ params, request, account }) => {
    await writeTransaction(register, (db) =>
      removeDraft(db, params.id, account.id, ({ version }) => checkIfMatch(request, version)),
    )
    return {}
  })
}
