import { readdir, readFile } from 'node:fs/promises'
import type Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { NewerDatabaseError } from '#server/db/newer-database.ts'
import { openForPublishing } from '#server/db/sqlite.ts'
import { prepareData } from '#server/prepare-data.ts'
import { openRegister, registerFile } from '#server/register/open.ts'
import { verifyFile } from '#server/register/verify-file.ts'
import { releasedFolder, releasedSchemas } from '../support/released.ts'

const countOf = (raw: Database.Database, table: string): unknown => raw.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get()

const kept = ['source', 'detainee', 'release_event', 'evidence', 'change', 'change_value', 'proposal', 'account_user', 'account_role', 'source_capture', 'desk_fact', 'edition']

test.each(releasedSchemas)('a data folder of Habeas %s opens with everything in it, and verifies', async (schema) => {
  const config = await releasedFolder(schema)
  const before = openForPublishing(registerFile(config.dataDir))
  const counts = kept.map((table) => [table, countOf(before.raw, table)])
  await before.close()
  const said: string[] = []
  await prepareData(config, (line) => said.push(line))
  expect(said).toEqual([])
  const register = await openRegister(config.dataDir)
  onTestFinished(register.close)
  expect(kept.map((table) => [table, countOf(register.raw, table)])).toEqual(counts)
  expect((await verifyFile(config)).findings).toEqual([])
  expect((await readdir(config.dataDir)).filter((name) => name.includes('upgrade'))).toEqual([])
})

test('a register of a newer version is refused with a sentence and left as it is', async () => {
  const config = await releasedFolder('0.1.0')
  const file = registerFile(config.dataDir)
  const register = await openRegister(config.dataDir)
  register.raw.exec("INSERT INTO migration VALUES ('records/9999-from-the-future', '2099-01-01T00:00:00Z')")
  await register.close()
  const before = await readFile(file)
  await expect(openRegister(config.dataDir)).rejects.toThrow(NewerDatabaseError)
  await expect(openRegister(config.dataDir)).rejects.toThrow('newer version of Habeas')
  expect((await readFile(file)).equals(before)).toBe(true)
})
