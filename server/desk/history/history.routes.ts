import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { getDetaineeHistory, getEventHistory, getHistory, getSanctionsActionHistory, getSourceHistory } from '#contract/history.ts'
import type { Register } from '../../db/register.ts'
import { found } from '../../http/errors.ts'
import type { Access } from '../access/guard.ts'
import { findEventHistory } from './event-history.queries.ts'
import type { RootRecord } from '../../register/changeset.ts'
import { findRecordHistory } from './record-history.queries.ts'
import { findHistory } from './history.queries.ts'

export const mountHistory = (router: Router, access: Access, register: Kysely<Register>): void => {
  access.serve(router, getEventHistory, async ({ params }) => ({
    data: found(await findEventHistory(register, params.id), 'release event'),
  }))

  const of = (table: RootRecord['table'], noun: string) => async ({ params }: { readonly params: { readonly id: number } }) => ({
    data: found(await findRecordHistory(register, { table, id: params.id }), noun),
  })
  access.serve(router, getDetaineeHistory, of('detainee', 'detainee'))
  access.serve(router, getSanctionsActionHistory, of('sanctions_action', 'sanctions action'))
  access.serve(router, getSourceHistory, of('source', 'source'))

  access.serve(router, getHistory, async ({ params, query }) =>
    found(await findHistory(register, params.table, params.id, query), 'record'),
  )
}
