import type { Kysely } from 'kysely'
import type { UpkeepOutcome } from '#contract/upkeep.ts'
import type { Config } from '../../config.ts'
import type { Register } from '../../db/register.ts'
import { inOneTask } from '../../one-task.ts'
import { recordUpkeep } from '../../register/upkeep.ts'
import type { VerifiedPlaces } from '../../register/verify-file.ts'

const verifyProgram = new URL('../../register/verify-process.ts', import.meta.url)

let verifying: Promise<void> | null = null

/** Holds the register to its history in a process of its own and writes down what was found. Who asks meanwhile waits for the same. */
export const verifyWhole = (register: Kysely<Register>, config: Config): Promise<void> => {
  verifying ??= inOneTask<VerifiedPlaces, UpkeepOutcome>(verifyProgram, config)
    .then((outcome) => recordUpkeep(register, 'full_verification', outcome))
    .finally(() => {
      verifying = null
    })
  return verifying
}
