import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { compareForMerge } from '#contract/merge.ts'
import type { Register } from '../../db/register.ts'
import { found, invalid } from '../../http/errors.ts'
import type { Access } from '../access/guard.ts'
import { findMergeView } from './compare-for-merge.queries.ts'

export const mountMerge = (router: Router, access: Access, register: Kysely<Register>): void => {
  access.serve(router, compareForMerge, async ({ params }) => {
    if (params.id === params.other) throw invalid({ other: 'Choose two people.' })
    return found(await findMergeView(register, params.id, params.other), 'detainee')
  })
}
