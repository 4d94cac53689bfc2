import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { getEventHistory, getHistory } from '#contract/history.ts'
import type { Register } from '../../db/register.ts'
import { found } from '../../http/errors.ts'
import type { Access } from '../access/guard.ts'
import { findEventHistory } from './event-history.queries.ts'
import { findHistory } from './history.queries.ts'

export const mountHistory = (router: Router, access: Access, register: Kysely<Register>): void => {
  access.serve(router, getEventHistory, async ({ params }) => ({
    data: found(await findEventHistory(register, params.id), 'release event'),
  }))

  access.serve(router, getHistory, async ({ params, query }) =>
    found(await findHistory(register, params.table, params.id, query), 'record'),
  )
}
