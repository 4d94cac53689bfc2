import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { listAccessEvents } from '#contract/access-log.ts'
import type { Register } from '../../db/register.ts'
import type { Access } from '../access/guard.ts'
import { findAccessEvents } from './access-log.queries.ts'

export const mountAccessLog = (router: Router, access: Access, register: Kysely<Register>): void => {
  access.serve(router, listAccessEvents, ({ query }) => findAccessEvents(register, query))
}
