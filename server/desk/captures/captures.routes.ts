import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { createCapture, getCapture, getSuggestions } from '#contract/captures.ts'
import type { Register } from '../../db/register.ts'
import { findAnswer, keepAnswer, onceKeyOf } from '../access/answer-once.ts'
import type { Access } from '../access/guard.ts'
import { checkWordsLeft } from '../access/words-left.ts'
import { writeTransaction } from '../write-transaction.ts'
import { addCapture, findCapture, findSuggestions } from './captures.queries.ts'

export const mountCaptures = (router: Router, access: Access, register: Kysely<Register>): void => {
  access.serve(router, createCapture, ({ body, request, account }) => {
    const once = onceKeyOf(request, account.id)
    return writeTransaction(register, async (db) => {
      await checkWordsLeft(db, request)
      const before = await findAnswer(db, once)
      // The answer names the capture; its text is not kept a second time.
      if (before !== undefined) return findCapture(db, Number(before))
      const capture = await addCapture(db, body, account)
      await keepAnswer(db, once, capture.id)
      return capture
    })
  })

  access.serve(router, getCapture, ({ params }) => findCapture(register, params.id))

  access.serve(router, getSuggestions, async ({ params }) => ({ data: await findSuggestions(register, params.id) }))
}
