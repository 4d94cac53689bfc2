import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { getDeskHealth, getDeskReady } from '#contract/health.ts'
import { getUpkeep, type Upkeep, verifyNow } from '#contract/upkeep.ts'
import type { Config } from '../../config.ts'
import type { Register } from '../../db/register.ts'
import { HttpError } from '../../http/errors.ts'
import { findLastUpkeep } from '../../register/upkeep.ts'
import type { Access } from '../access/guard.ts'
import { verifyWhole } from './tasks.ts'

const findUpkeep = async (db: Kysely<Register>, { backup }: Config): Promise<Upkeep> => ({
  verification: await findLastUpkeep(db, 'quick_verification', 'full_verification'),
  backup: {
    last: await findLastUpkeep(db, 'backup'),
    everyHours: backup.everyHours,
    encrypted: backup.recipients.length > 0,
  },
})

/** Throws 503 unless the register answers and its newest verification found nothing. A stranger may ask, and is told no more. */
const checkReady = async (register: Kysely<Register>): Promise<void> => {
  const last = await findLastUpkeep(register, 'quick_verification', 'full_verification')
  if (last === null || last.findings.length === 0) return
  throw new HttpError(503, 'unavailable', 'The desk is not ready. Sign in to see why, or run npm run verify on its machine.')
}

export const mountUpkeep = (router: Router, access: Access, register: Kysely<Register>, config: Config): void => {
  access.serve(router, getDeskHealth, () => ({ status: 'ok' as const }))

  access.serve(router, getDeskReady, async () => {
    await checkReady(register)
    return { status: 'ready' as const }
  })

  access.serve(router, getUpkeep, () => findUpkeep(register, config))

  access.serve(router, verifyNow, async () => {
    await verifyWhole(register, config)
    return findUpkeep(register, config)
  })
}
