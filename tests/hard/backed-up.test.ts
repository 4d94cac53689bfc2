import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { expect, onTestFinished, test } from 'vitest'
import { type Config, readConfig } from '#server/config.ts'
import { openForPublishing } from '#server/db/sqlite.ts'
import type { Register } from '#server/db/register.ts'
import { backUp } from '#server/desk/upkeep/tasks.ts'
import { prepareData } from '#server/prepare-data.ts'
import { finishBackup, makeBackup } from '#server/register/backup/make-backup.ts'
import { restoreBackup } from '#server/register/backup/restore-backup.ts'
import { openRegister, registerFile } from '#server/register/open.ts'
import { addRedactedIds } from '#server/register/redacted-ids.ts'
import { findLastUpkeep } from '#server/register/upkeep.ts'
import { verifyFile } from '#server/register/verify-file.ts'
import { temporaryFolder } from '#tests/support/test-register.ts'
import { openDesk } from '../server/desk/support/open-desk.ts'
import { deskFolder, signInAt, startDeskChild } from './support/desk-child.ts'
import { type Acknowledged, holds, nothingYet, sizeOf, storm } from './support/storm.ts'

const newest = async ({ backup }: Config): Promise<string> => join(backup.dir, (await readdir(backup.dir)).toSorted().at(-1) ?? '')

const elsewhere = async (environment: Record<string, string> = {}): Promise<Config> =>
  readConfig({ HABEAS_DATA_DIR: await temporaryFolder(), ...environment })

const copyOf = ({ proposals, records }: Acknowledged): Acknowledged => ({ proposals: new Map(proposals), records: new Map(records) })

test('a backup by a desk that is being written to, restored, holds everything that was acknowledged when its copy ended', async () => {
  const desk = await openDesk({ seeded: true })
  const client = await desk.signIn('Ada Keeper', 'contributor', 'reviewer')
  const noted = nothingYet()
  const over = new AbortController()
  const writing = storm(client, noted, () => !over.signal.aborted)
  while (sizeOf(noted) < 100) await new Promise((resolve) => setTimeout(resolve, 5))
  const before = sizeOf(noted)
  let whenCopied = nothingYet()
  const made = await makeBackup(desk.register.raw, desk.config, (places, copied) => {
    whenCopied = copyOf(noted)
    return finishBackup(places, copied)
  })
  over.abort()
  expect(await writing).toBeNull()
  expect(sizeOf(whenCopied)).toBeGreaterThan(before)

  const restored = await elsewhere()
  await restoreBackup(made.file, [], restored)
  expect(await holds(restored.dataDir, whenCopied)).toEqual({ lost: [], findings: [] })
  expect((await verifyFile(restored)).findings).toEqual([])
})

test('a backup from beside a desk, as npm run backup makes it, comes to its end however much is written', async () => {
  const config = await deskFolder({ seeded: true })
  const child = await startDeskChild(config)
  const client = await signInAt(child.address)
  const noted = nothingYet()
  const over = new AbortController()
  const writing = storm(client, noted, () => !over.signal.aborted)
  while (sizeOf(noted) < 100) await new Promise((resolve) => setTimeout(resolve, 5))
  const register = openForPublishing<Register>(registerFile(config.dataDir))
  onTestFinished(register.close)
  const before = copyOf(noted)
  const { file } = await makeBackup(register.raw, config)
  over.abort()
  expect(await writing).toBeNull()
  const restored = await elsewhere()
  await restoreBackup(file, [], restored)
  expect(await holds(restored.dataDir, before)).toEqual({ lost: [], findings: [] })
})

test('an encrypted backup shows nothing without its key, is opened by either of two keys, and is refused when a byte of it changed', async () => {
  const [one, other, stranger] = [await generateX25519Identity(), await generateX25519Identity(), await generateX25519Identity()]
  const keys = [await identityToRecipient(one), await identityToRecipient(other)]
  const config = await elsewhere({ HABEAS_BACKUP_KEY: keys.join(',') })
  await prepareData(config)
  const register = await openRegister(config.dataDir)
  onTestFinished(register.close)
  await backUp(register, config)
  expect(await findLastUpkeep(register.db, 'backup')).toMatchObject({ findings: [], summary: expect.stringContaining('1 editions') })
  const file = await newest(config)
  const bytes = await readFile(file)
  expect(bytes.includes('register.sqlite')).toBe(false)

  const restored = await elsewhere()
  await expect(restoreBackup(file, [], restored)).rejects.toThrow('encrypted')
  await expect(restoreBackup(file, [stranger], restored)).rejects.toThrow('cannot be decrypted')
  await writeFile(`${file}.broken`, bytes.fill(0, bytes.length - 1000, bytes.length - 990))
  await expect(restoreBackup(`${file}.broken`, [one], restored)).rejects.toThrow('cannot be decrypted')
  await restoreBackup(file, [other], restored)
  // The signing key is in no backup: a machine that has a new one is told what the old one was.
  const { findings } = await verifyFile(restored)
  expect(findings.map((finding) => finding.split(' is signed by')[0])).toEqual(['head: Line 1 of the anchor file', 'edition: Edition 1.0'])
  const [, former = ''] = /the key ([0-9a-f]{32})/.exec(findings[0] ?? '') ?? []
  expect((await verifyFile({ ...restored, formerKeys: [former] })).findings).toEqual([])
  await expect(restoreBackup(file, [other], restored)).rejects.toThrow('is there already')
})

test('a register that is not as recorded takes the place of no earlier backup', async () => {
  const config = await elsewhere({ HABEAS_BACKUPS_KEPT: '2' })
  await prepareData(config)
  const register = await openRegister(config.dataDir)
  onTestFinished(register.close)
  for (let time = 0; time < 3; time += 1) await backUp(register, config)
  const kept = await readdir(config.backup.dir)
  expect(kept).toHaveLength(2)
  register.raw.exec('DROP TRIGGER history_source_delete; DROP TRIGGER history_source_update')
  await backUp(register, config)
  expect((await findLastUpkeep(register.db, 'backup'))?.findings).toEqual([expect.stringContaining('No backup was made')])
  expect(await readdir(config.backup.dir)).toEqual(kept)
  expect((await readdir(config.dataDir)).filter((name) => name.startsWith('making-backup'))).toEqual([])
})

/** A backup of the seed, and someone in it with the text of their first name. */
const someoneBackedUp = async () => {
  const config = await elsewhere()
  await prepareData(config)
  const register = openForPublishing<Register>(registerFile(config.dataDir))
  onTestFinished(register.close)
  const { file } = await makeBackup(register.raw, config)
  const someone = await register.db
    .selectFrom('detainee_name')
    .select(['detainee_id as id', 'text'])
    .where('kind', '=', 'primary')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { file, ...someone }
}

const at = '2026-01-01T00:00:00.000Z'

const filesHolding = async (folder: string, text: string): Promise<string[]> => {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const files = names.map(({ parentPath, name }) => join(parentPath, name))
  const holding = await Promise.all(files.map(async (file) => (await readFile(file)).includes(text)))
  return files.filter((_, index) => holding[index])
}

test('what was withheld after a backup is withheld again before anyone can open what it restores', async () => {
  const { file, id, text } = await someoneBackedUp()
  const restored = await elsewhere()
  await addRedactedIds(restored.redactedIdsFile, [{ act: 'visibility', id, visibility: 'withheld', at }])
  await restoreBackup(file, [], restored)
  expect(await filesHolding(restored.editionsDir, text)).toEqual([])
  const opened = await openRegister(restored.dataDir)
  onTestFinished(opened.close)
  expect(await opened.db.selectFrom('detainee').where('id', '=', id).select('visibility').executeTakeFirst()).toEqual({ visibility: 'withheld' })
  expect((await verifyFile(restored)).findings.filter((finding) => !finding.includes('HABEAS_FORMER_KEYS'))).toEqual([])
})

test('who was redacted after a backup is in no byte of what it restores', async () => {
  const { file, id, text } = await someoneBackedUp()
  const restored = await elsewhere()
  await addRedactedIds(restored.redactedIdsFile, [{ act: 'person', id, at }])
  await restoreBackup(file, [], restored)
  expect(await filesHolding(restored.dataDir, text)).toEqual([])
  expect((await verifyFile(restored)).findings.filter((finding) => !finding.includes('HABEAS_FORMER_KEYS'))).toEqual([])
})

test('a restore that was cut off leaves a folder that does not open, until it is done again', async () => {
  const config = await elsewhere()
  await prepareData(config)
  const register = openForPublishing<Register>(registerFile(config.dataDir))
  onTestFinished(register.close)
  const { file } = await makeBackup(register.raw, config)
  const restored = await elsewhere()
  await restoreBackup(file, [], restored)
  await rename(restored.editionsDir, join(restored.dataDir, 'restoring'))
  await rm(registerFile(restored.dataDir))
  await expect(prepareData(restored)).rejects.toThrow('Restore it again')
  await restoreBackup(file, [], restored)
  await prepareData(restored)
})
