import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Records } from '#server/db/records.ts'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { type ReadApi, editionRecords, readApi, registerAndEdition, registerRecords } from './read-api.ts'

export type TwoMounts = {
  readonly register: Opened<Register>
  readonly edition: Opened<Records>
  readonly fromRegister: ReadApi
  readonly fromEdition: ReadApi
  /** The folder of both; it goes with them. */
  readonly folder: string
  readonly close: () => Promise<void>
}

/** The read routes over an invented register and over a full edition of it: for tests that compare the two. */
export const openTwoMounts = async (invented: { detainees: number; seed: number }): Promise<TwoMounts> => {
  const folder = await mkdtemp(join(tmpdir(), 'habeas-mounts-'))
  const { register, edition } = await registerAndEdition(folder, invented)
  const fromRegister = await readApi(registerRecords(register))
  const fromEdition = await readApi(editionRecords(edition))
  const close = async (): Promise<void> => {
    await Promise.all([fromRegister.close(), fromEdition.close()])
    await Promise.all([register.close(), edition.close()])
    await rm(folder, { recursive: true, force: true })
  }
  return { register, edition, fromRegister, fromEdition, folder, close }
}
