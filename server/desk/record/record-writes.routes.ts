import type { Router } from 'express'
import type { Kysely } from 'kysely'
import type { ProposalKind } from '#contract/proposal-kinds.ts'
import { getDetaineeWrite, getReleaseEventWrite, getSanctionsActionWrite, getSourceWrite } from '#contract/record-writes.ts'
import type { Register } from '../../db/register.ts'
import { found } from '../../http/errors.ts'
import type { Access } from '../access/guard.ts'
import { setVersion } from '../access/if-match.ts'
import { kindOf } from '../kinds/kinds.ts'

const endpoints = [
  ['release_event', getReleaseEventWrite],
  ['detainee', getDetaineeWrite],
  ['sanctions_action', getSanctionsActionWrite],
  ['source', getSourceWrite],
] as const satisfies readonly (readonly [ProposalKind, unknown])[]

/** Records as their forms take them, each with the version a correction is based on. */
export const mountRecordWrites = (router: Router, access: Access, register: Kysely<Register>): void => {
  for (const [code, endpoint] of endpoints) {
    access.serve(router, endpoint, async ({ params, response }) => {
      const { noun, findPresent } = kindOf(code)
      const write = found(await findPresent(register, params.id), noun)
      setVersion(response, write.version)
      return write
    })
  }
}
