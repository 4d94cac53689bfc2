import type { Logger } from 'pino'
import type { Config } from '../../config.ts'
import type { Register } from '../../db/register.ts'
import type { Opened } from '../../db/sqlite.ts'
import { afterOthers, isUnderWay } from '../../editions/one-at-a-time.ts'
import { headOf } from '../../register/heads.ts'
import { listVisibility } from '../../register/list-visibility.ts'
import { signAll } from '../../register/signatures.ts'
import { findLastUpkeep } from '../../register/upkeep.ts'
import { backUp, verifyWhole } from './tasks.ts'

/** How soon what was entered or published is signed, and what was withheld is listed, in milliseconds. */
const signEveryMs = 5000
/** How often it is looked whether a task is due, in milliseconds. */
const lookEveryMs = 60_000
/** A backup that failed is tried again this soon, in hours. */
const retryHours = 1
/** The hour of the day, by the machine's clock, after which the register is verified whole. */
const nightHour = 3

/** The last time it was this hour. */
const lastNight = (now: Date): Date => {
  const night = new Date(now)
  night.setHours(nightHour, 0, 0, 0)
  if (night > now) night.setDate(night.getDate() - 1)
  return night
}

export type LookedAfter = { readonly register: Opened<Register>; readonly config: Config; readonly log: Logger }

/** Keeps the list outside the backups up to date, whenever the history went on. */
const listWhenChanged = ({ register, config }: LookedAfter): (() => Promise<void>) => {
  let listed = -1
  return async () => {
    const { change } = headOf(register.raw)
    if (change === listed) return
    await listVisibility(register.db, config.redactedIdsFile)
    listed = change
  }
}

/** Signs what is new, unless the register was found not to be as recorded. */
const sign = async ({ register, config }: LookedAfter): Promise<void> => {
  if (isUnderWay(config.editionsDir)) return
  const last = await findLastUpkeep(register.db, 'quick_verification', 'full_verification')
  if (last !== null && last.findings.length > 0) return
  await afterOthers(config.editionsDir, () => signAll(register, config))
}

const verifyWhenDue = async ({ register, config }: LookedAfter): Promise<void> => {
  const last = await findLastUpkeep(register.db, 'full_verification')
  if (last === null || new Date(last.endedAt) < lastNight(new Date())) await verifyWhole(register.db, config)
}

const backUpWhenDue = async ({ register, config }: LookedAfter): Promise<void> => {
  const { everyHours } = config.backup
  if (everyHours === null) return
  const last = await findLastUpkeep(register.db, 'backup')
  const waitMs = (last !== null && last.findings.length > 0 ? retryHours : everyHours) * 60 * 60 * 1000
  if (last === null || Date.now() - Date.parse(last.endedAt) >= waitMs) await backUp(register, config)
}

/** Runs `task` again and again, never twice at once; what fails is logged and tried again. Returns how to stop. */
const repeat = (task: () => Promise<void>, everyMs: number, log: Logger): (() => Promise<void>) => {
  let running: Promise<void> | null = null
  const timer = setInterval(() => {
    running ??= task()
      .catch((error: unknown) => log.error({ err: error }, 'upkeep failed'))
      .finally(() => {
        running = null
      })
  }, everyMs)
  return async () => {
    clearInterval(timer)
    await running
  }
}

/** What a desk does by itself while it is open: lists, signs, verifies at night, and backs up when it is told to. Returns how to stop. */
export const lookAfter = (what: LookedAfter): (() => Promise<void>) => {
  const stops = [
    repeat(listWhenChanged(what), signEveryMs, what.log),
    repeat(() => sign(what), signEveryMs, what.log),
    repeat(() => verifyWhenDue(what), lookEveryMs, what.log),
    repeat(() => backUpWhenDue(what), lookEveryMs, what.log),
  ]
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}
