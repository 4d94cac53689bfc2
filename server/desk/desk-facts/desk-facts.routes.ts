import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { changeDeskFact, createDeskFact, listDeskFacts, removeDeskFact } from '#contract/desk-facts.ts'
import type { Register } from '../../db/register.ts'
import { found } from '../../http/errors.ts'
import { findAnswer, keepAnswer, onceKeyOf } from '../access/answer-once.ts'
import type { Access } from '../access/guard.ts'
import { checkIfMatch, setVersion } from '../access/if-match.ts'
import { checkWordsLeft } from '../access/words-left.ts'
import { keepEvent } from '../accounts/account-events.ts'
import { writeTransaction } from '../write-transaction.ts'
import { findDeskFacts } from './desk-facts.queries.ts'
import { addDeskFact, deleteDeskFact, replaceDeskFact } from './write-desk-facts.ts'

export const mountDeskFacts = (router: Router, access: Access, register: Kysely<Register>): void => {
  // What is confidential is given out only once it is on record that it was.
  access.serve(router, listDeskFacts, ({ params, account }) =>
    writeTransaction(register, async (db) => {
      found(await db.selectFrom('detainee').where('id', '=', params.id).select('id').executeTakeFirst(), 'person')
      const data = await findDeskFacts(db, params.id)
      await keepEvent(db, { act: 'read', by: account.id, record: { table: 'detainee', id: params.id }, detail: 'confidential facts' })
      return { data }
    }),
  )

  access.serve(router, createDeskFact, async ({ params, body, request, response, account }) => {
    const once = onceKeyOf(request, account.id)
    const kept = await writeTransaction(register, async (db) => {
      await checkWordsLeft(db, request)
      const before = await findAnswer(db, once)
      if (before !== undefined) return createDeskFact.response.parse(before)
      const made = await addDeskFact(db, params.id, account.id, body)
      await keepAnswer(db, once, made)
      return made
    })
    setVersion(response, kept.version)
    return kept
  })

  access.serve(router, changeDeskFact, async ({ params, body, request, response, account }) => {
    const kept = await writeTransaction(register, async (db) => {
      await checkWordsLeft(db, request)
      return replaceDeskFact(db, params.id, account.id, body, ({ version }) => checkIfMatch(request, version))
    })
    setVersion(response, kept.version)
    return kept
  })

  access.serve(router, removeDeskFact, async ({ params, request, account }) => {
    await writeTransaction(register, (db) => deleteDeskFact(db, params.id, account.id, ({ version }) => checkIfMatch(request, version)))
    return {}
  })
}
