import { basename } from 'node:path'
import type { Kysely } from 'kysely'
import type { UpkeepOutcome } from '#contract/upkeep.ts'
import type { Config } from '../../config.ts'
import type { Register } from '../../db/register.ts'
import type { Opened } from '../../db/sqlite.ts'
import { inOneTask } from '../../one-task.ts'
import { type BackupPlaces, type Copied, type MadeBackup, makeBackup } from '../../register/backup/make-backup.ts'
import { recordUpkeep } from '../../register/upkeep.ts'
import type { VerifiedPlaces } from '../../register/verify-file.ts'

const verifyProgram = new URL('../../register/verify-process.ts', import.meta.url)

const backupProgram = new URL('../../register/backup/backup-process.ts', import.meta.url)

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

const finishInChild = (places: BackupPlaces, copied: Copied): Promise<MadeBackup | null> => inOneTask(backupProgram, { places, copied })

/**
 * Makes a backup and writes down how it went. The register is copied here, where what is
 * entered meanwhile goes into the copy as it comes; the rest is done in a process of its own.
 */
export const backUp = async ({ db, raw }: Opened<Register>, places: BackupPlaces): Promise<void> => {
  try {
    const { file, bytes, change, editions } = await makeBackup(raw, places, finishInChild)
    const summary = `${basename(file)}: ${bytes} bytes, up to change ${change}, ${editions} editions.`
    await recordUpkeep(db, 'backup', { summary, findings: [] })
  } catch (error) {
    const message = error instanceof Error ? error.message : 'It ended early.'
    await recordUpkeep(db, 'backup', { summary: 'No backup was made.', findings: [message] })
  }
}
