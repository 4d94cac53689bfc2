import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#server/config.ts'
import { startPublic } from '#server/public.ts'
import type { Records } from '#server/db/records.ts'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { emptyPages, shelve } from './edition-door.ts'
import { type Invented, type ReadApi, askAt, readApi, registerAndEdition, registerRecords } from './read-api.ts'

export type TwoMounts = {
  readonly register: Opened<Register>
  readonly edition: Opened<Records>
  readonly fromRegister: ReadApi
  readonly fromEdition: ReadApi
  /** The folder of both; it goes with them. */
  readonly folder: string
  readonly close: () => Promise<void>
}

/** The public door over a made edition, its answers kept: as any reader meets it, but asked as often as one likes. */
const throughTheDoor = async (folder: string): Promise<ReadApi> => {
  const clientDir = await emptyPages(join(folder, 'client'))
  const about = { number: 1, revision: 0, note: 'for a test', publishedAt: '2026-01-01T00:00:00.000Z' }
  const made = { sha256: '0'.repeat(64), bytes: 1, chain: '0'.repeat(64), fictional: true, counts: {} }
  await shelve(join(folder, 'editions'), join(folder, 'edition.sqlite'), { ...about, ...made })
  const door = await startPublic({ ...readConfig({ HABEAS_DATA_DIR: folder, PORT: '0', DESK_PORT: '0', HABEAS_REQUESTS_PER_MINUTE: '0' }), clientDir })
  const address = `${door.address}/api`
  return { get: askAt(address), address, close: door.close }
}

/** The read routes over an invented register, and the public door over a full edition of it: for tests that compare the two. */
export const openTwoMounts = async (invented: Invented): Promise<TwoMounts> => {
  const folder = await mkdtemp(join(tmpdir(), 'habeas-mounts-'))
  const { register, edition } = await registerAndEdition(folder, invented)
  const fromRegister = await readApi(registerRecords(register))
  const fromEdition = await throughTheDoor(folder)
  const close = async (): Promise<void> => {
    await Promise.all([fromRegister.close(), fromEdition.close()])
    await Promise.all([register.close(), edition.close()])
    await rm(folder, { recursive: true, force: true })
  }
  return { register, edition, fromRegister, fromEdition, folder, close }
}
