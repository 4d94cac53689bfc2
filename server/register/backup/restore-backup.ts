import { createWriteStream } from 'node:fs'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '../../config.ts'
import { restoringDir } from '../../data-folder.ts'
import type { Register } from '../../db/register.ts'
import { openForPublishing } from '../../db/sqlite.ts'
import { putInPlace } from '../../editions/put-in-place.ts'
import { writeEditionIndex } from '../../editions/edition-index.ts'
import { findEditions } from '../../editions/find-editions.ts'
import { headOf, signHead } from '../heads.ts'
import { openRegister, registerFile } from '../open.ts'
import { findFilesHolding } from '../redaction/compact.ts'
import type { Sought } from '../redaction/sought.ts'
import { readSigningKey } from '../signing-key.ts'
import { verifyRegister } from '../verify.ts'
import { bringInLine } from './bring-in-line.ts'
import { BackupError, decryptArchive, type Manifest, readArchive } from './archive.ts'

export type RestorePlaces = Pick<Config, 'dataDir' | 'editionsDir' | 'headsFile' | 'signingKeyFile' | 'redactedIdsFile'>

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

const refuseFull = async ({ dataDir, editionsDir }: RestorePlaces): Promise<void> => {
  for (const file of [registerFile(dataDir), editionsDir]) {
    if (await isThere(file)) throw new BackupError(`${file} is there already: a backup is only restored where no register is. Name an empty folder with HABEAS_DATA_DIR.`)
  }
}

const verifyRestored = async (work: string): Promise<void> => {
  const register = openForPublishing<Register>(join(work, 'register.sqlite'))
  try {
    const { findings } = await verifyRegister(register.raw, { editionsDir: join(work, 'editions') })
    const [first] = findings
    if (first) throw new BackupError(`What the backup holds is not as its own history recorded it (${first.what}: ${first.message}). Take another backup.`)
  } finally {
    await register.close()
  }
}

/**
 * Restores a backup into a data folder that holds no register: unpacked and verified beside its
 * place, brought to this version, brought in line with what was redacted since, and then moved there, the register last. Interrupted, it is done again from the beginning.
 * Heads that were signed after the backup are set aside, with a signature that says so. Returns
 * the backup's manifest. Throws BackupError, and leaves the folder without a register.
 */
export const restoreBackup = async (
  file: string,
  identities: readonly string[],
  places: RestorePlaces,
): Promise<Manifest> => {
  await refuseFull(places)
  const work = restoringDir(places.dataDir)
  await rm(work, { recursive: true, force: true })
  try {
    return await unpack(file, identities, places, work)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const unpack = async (file: string, identities: readonly string[], places: RestorePlaces, work: string): Promise<Manifest> => {
  await mkdir(join(work, 'editions'), { recursive: true, mode: 0o700 })
  const zip = join(work, 'backup.zip')
  await decryptArchive(file, zip, identities)
  const manifest = await readArchive(zip, (name) => Promise.resolve(createWriteStream(join(work, name), { mode: 0o600, flush: true })))
  await rm(zip)
  await verifyRestored(work)
  const register = await openRegister(work)
  let taken: readonly Sought[] = []
  try {
    taken = await bringInLine(register, join(work, 'editions'), places.redactedIdsFile)
    await writeEditionIndex(join(work, 'editions'), await findEditions(register.db))
    if (!(await isThere(places.headsFile)) && (await isThere(join(work, 'heads.jsonl')))) {
      await mkdir(dirname(places.headsFile), { recursive: true })
      await putInPlace(join(work, 'heads.jsonl'), places.headsFile)
    }
    await signHead(places.headsFile, await readSigningKey(places.signingKeyFile), headOf(register.raw), 'restored')
  } finally {
    await register.close()
  }
  for (const sought of taken) {
    const [holding] = await findFilesHolding(work, sought)
    if (holding !== undefined) throw new BackupError(`${holding} still holds a name that was redacted. Nothing was restored.`)
  }
  await rename(join(work, 'editions'), places.editionsDir)
  await putInPlace(registerFile(work), registerFile(places.dataDir))
  return manifest
}
