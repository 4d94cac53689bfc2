import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { getUpkeep, type Upkeep, verifyNow } from '#contract/upkeep.ts'
import type { Config } from '../../config.ts'
import type { Register } from '../../db/register.ts'
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

export const mountUpkeep = (router: Router, access: Access, register: Kysely<Register>, config: Config): void => {
  access.serve(router, getUpkeep, () => findUpkeep(register, config))

  access.serve(router, verifyNow, async () => {
    await verifyWhole(register, config)
    return findUpkeep(register, config)
  })
}
