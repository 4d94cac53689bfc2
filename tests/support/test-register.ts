import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { type OpenChangeset, inChangeset } from '#server/register/changeset.ts'
import { openRegisterFile } from '#server/register/open.ts'
import { seedRegister } from '#server/register/load-seed.ts'
import type { Transaction } from 'kysely'

/** A migrated register in memory, closed when the test ends. */
export const emptyRegister = async (): Promise<Opened<Register>> => {
  const register = await openRegisterFile(':memory:')
  onTestFinished(() => register.close())
  return register
}

/** The same with the article and the public reports in it. */
export const seededRegister = async (): Promise<Opened<Register>> => {
  const register = await emptyRegister()
  await seedRegister(register.db)
  return register
}

/** A folder that goes when the test ends, as soon as nothing is put into it any more. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'habeas-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 }))
  return folder
}

/** Writes as one changeset by a test author. */
export const write = <Result>(
  register: Opened<Register>,
  records: (db: Transaction<Register>, changeset: OpenChangeset) => Promise<Result>,
): Promise<Result> => inChangeset(register.db, { kind: 'new', author: 'A tester', reason: 'for a test' }, records)
