import type { Router } from 'express'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { type PersonVisibility, getVisibility, setVisibility } from '#contract/visibility.ts'
import type { Register } from '../../db/register.ts'
import type { Access } from '../access/guard.ts'
import { checkIfMatch, setVersion } from '../access/if-match.ts'
import { finishLater } from './finish-later.ts'
import { findInTheWay, findVisibility, withholdPerson } from './withhold-person.ts'

/** How long an answer waits for readers to let go of old files, in milliseconds. They look every half second. */
const patienceMs = 3000

type Parts = { readonly editionsDir: string; readonly redactedIdsFile: string; readonly log: Logger }

export const mountVisibility = (router: Router, access: Access, register: Kysely<Register>, { editionsDir, redactedIdsFile, log }: Parts): void => {
  const failed = (error: unknown) => log.error({ err: error }, 'an edition could not be revised')
  const view = async (id: number, pending: readonly string[]): Promise<[PersonVisibility, number]> => {
    const { visibility, version } = await findVisibility(register, id)
    const state = pending.length === 0 ? 'complete' : 'pending'
    return [{ id, ref: `D-${id}`, visibility, state, pending: [...pending] }, version]
  }

  access.serve(router, getVisibility, async ({ params, response }) => {
    const { visibility } = await findVisibility(register, params.id)
    const [answer, version] = await view(params.id, visibility === 'public' ? [] : await findInTheWay(editionsDir, register))
    setVersion(response, version)
    return answer
  })

  access.serve(router, setVisibility, async ({ params, body, request, response, account }) => {
    const asked = { id: params.id, wanted: body, account, check: (version: number) => checkIfMatch(request, version) }
    const pending = await withholdPerson(register, editionsDir, asked, { redactedIdsFile, patienceMs, failed })
    if (pending.length > 0) finishLater(editionsDir, failed)
    const [answer, version] = await view(params.id, pending)
    setVersion(response, version)
    return answer
  })
}
