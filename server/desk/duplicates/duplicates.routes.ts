import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { addVerdict, findCandidates, listDuplicates, listVerdicts } from '#contract/duplicates.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { Register } from '../../db/register.ts'
import { found } from '../../http/errors.ts'
import { findAnswer, keepAnswer, onceKeyOf } from '../access/answer-once.ts'
import type { Access } from '../access/guard.ts'
import { writeTransaction } from '../write-transaction.ts'
import { findLikePeople } from './candidates.queries.ts'
import { findDuplicates, findLooked } from './duplicates.queries.ts'
import type { LookThrough } from './look-through.ts'
import { describePeople } from './person-brief.ts'
import { findFacts } from './person-facts.queries.ts'
import { findVerdictsOf, keepVerdict } from './verdicts.queries.ts'

export const mountDuplicates = (
  router: Router,
  access: Access,
  register: Kysely<Register>,
  { records, search }: { readonly records: RecordFile; readonly search: LookThrough },
): void => {
  access.serve(router, findCandidates, async ({ query }) => ({ data: await findLikePeople(register, records, query) }))

  access.serve(router, listDuplicates, async ({ query }) => {
    const looking = await search.isLooking()
    return { ...(await findDuplicates(register, query)), looking, looked: await findLooked(register) }
  })

  access.serve(router, addVerdict, async ({ body, request, account }) => {
    const once = onceKeyOf(request, account.id)
    return writeTransaction(register, async (db) => {
      const before = await findAnswer(db, once)
      if (before !== undefined) return addVerdict.response.parse(before)
      const verdict = await keepVerdict(db, account, body)
      await keepAnswer(db, once, verdict)
      return verdict
    })
  })

  access.serve(router, listVerdicts, async ({ params }) => {
    found(await register.selectFrom('detainee').where('id', '=', params.id).select('id').executeTakeFirst(), 'detainee')
    const verdicts = await findVerdictsOf(register, params.id)
    const describe = await describePeople(register, await findFacts(register, verdicts.map(({ other }) => other)))
    return { data: verdicts.map(({ other, ...verdict }) => ({ ...verdict, other: describe(other) })) }
  })
}
