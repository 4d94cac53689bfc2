import { appendFile, copyFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Config, readConfig } from '#server/config.ts'
import { hashFile } from '#server/editions/edition-file.ts'
import { prepareData } from '#server/prepare-data.ts'
import { chainOf, chainStart, digestOf } from '#server/register/hash.ts'
import { headOf, signHead } from '#server/register/heads.ts'
import { openRegister, registerFile } from '#server/register/open.ts'
import { signAll } from '#server/register/signatures.ts'
import { readSigningKey } from '#server/register/signing-key.ts'
import { verifyFile } from '#server/register/verify-file.ts'
import { temporaryFolder, write } from '../../support/test-register.ts'

/*
 * Someone has the files of the register in their hands, and SQLite, and knows how Habeas works.
 * They do not have the signing key.
 */

let made: Config

beforeAll(async () => {
  made = readConfig({ HABEAS_DATA_DIR: await mkdtemp(join(tmpdir(), 'habeas-forged-')) })
  await prepareData(made)
})

afterAll(() => rm(made.dataDir, { recursive: true }))

const aCopy = async (): Promise<Config> => {
  const dataDir = await temporaryFolder()
  await cp(made.dataDir, dataDir, { recursive: true })
  return readConfig({ HABEAS_DATA_DIR: dataDir })
}

/** Enters something, signed as a running desk signs it. */
const goOn = async (config: Config): Promise<void> => {
  const register = await openRegister(config.dataDir)
  await write(register, async (db) => void (await db.insertInto('source').values({ title: 'A later report' }).execute()))
  await signAll(register, config)
  await register.close()
}

/** No trigger and no constraint stands in their way, and the triggers are put back. */
const withFile = (config: Config, forge: (raw: Database.Database) => void): void => {
  const raw = new Database(registerFile(config.dataDir))
  const triggers = raw.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  raw.pragma('foreign_keys = OFF')
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`)
  forge(raw)
  for (const { sql } of triggers) raw.exec(sql)
  raw.close()
}

const bySql = (statements: string) => (config: Config) => withFile(config, (raw) => raw.exec(statements))

type Link = { id: number; changeset_id: number; table_name: string; record_id: number; op: string; salt: Buffer; value: string }

/** Works every digest and every link out again, as Habeas does. */
const rechain = (raw: Database.Database): void => {
  let head = chainStart
  const links = raw.prepare<[], Link>('SELECT change.*, salt, value FROM change JOIN change_value ON change_id = change.id ORDER BY change.id').all()
  const update = raw.prepare('UPDATE change SET digest = ?, chain = ? WHERE id = ?')
  for (const link of links) {
    const digest = digestOf(link.salt, link.value)
    head = chainOf(head, { ...link, digest })
    update.run(digest, head, link.id)
  }
  raw.prepare('UPDATE edition SET chain = ?').run(head)
}

const count = "(SELECT MIN(id) FROM change WHERE table_name = 'release_count')"
const alterValue = `UPDATE change_value SET value = replace(value, '123', '321') WHERE change_id = ${count}`
const alterRecord = 'UPDATE release_count SET lowest = 321, best = 321, highest = 321 WHERE id = 1'
const lastChange = 'SELECT MAX(id) FROM change'

type Forgery = readonly [what: string, noticedAs: string, forge: (config: Config) => Promise<void> | void]

const forgeries: readonly Forgery[] = [
  ['a value of the history is altered', 'altered', bySql(alterValue)],
  ['a change is taken out of the middle', 'deleted', bySql('DELETE FROM change_value WHERE change_id = 40; DELETE FROM change WHERE id = 40')],
  ['the last changes and their records are taken away, and the counter set back', 'head', bySql(`
    DELETE FROM evidence WHERE id = (SELECT record_id FROM change WHERE id = (${lastChange}) AND table_name = 'evidence');
    DELETE FROM change_value WHERE change_id = (${lastChange}); DELETE FROM change WHERE id = (${lastChange});
    UPDATE sqlite_sequence SET seq = (${lastChange}) WHERE name = 'change'`)],
  ['a change is put in at the end', 'chain', bySql(`INSERT INTO change (changeset_id, table_name, record_id, op, digest, chain)
    SELECT changeset_id, table_name, record_id, 'update', digest, chain FROM change WHERE id = 10`)],
  ['two changes change places', 'chain', bySql('UPDATE change SET id = -1 WHERE id = 50; UPDATE change SET id = 50 WHERE id = 51; UPDATE change SET id = 51 WHERE id = -1')],
  ['who made a changeset is altered', 'record', bySql("UPDATE changeset SET author = 'Someone else' WHERE id = 1")],
  ['a record is edited without history', 'record', bySql(alterRecord)],
  ['a record is slipped in without history', 'record', bySql("INSERT INTO source (title) VALUES ('slipped in')")],
  ['a record is taken away without history', 'record', bySql('DELETE FROM event_note WHERE id = 1')],
  ['a value is taken away as if it were redacted', 'deleted', bySql('DELETE FROM change_value WHERE change_id = 20')],
  ['the triggers that write the history are taken away', 'schema', (config) => {
    const raw = new Database(registerFile(config.dataDir))
    raw.exec('DROP TRIGGER history_detainee_update')
    raw.close()
  }],
  ['value and record are altered alike and everything after is chained anew', 'head', (config) =>
    withFile(config, (raw) => {
      raw.exec(`${alterValue}; ${alterRecord}`)
      rechain(raw)
    })],
  ['the register is put back to an earlier state, whole', 'head', async (config) => {
    await copyFile(registerFile(config.dataDir), join(config.dataDir, 'earlier'))
    await goOn(config)
    await rm(`${registerFile(config.dataDir)}-wal`, { force: true })
    await copyFile(join(config.dataDir, 'earlier'), registerFile(config.dataDir))
  }],
  ['the register is put back, and the heads signed since are cut off and one is signed with another key', 'head', async (config) => {
    const heads = await readFile(config.headsFile)
    await copyFile(registerFile(config.dataDir), join(config.dataDir, 'earlier'))
    await goOn(config)
    await copyFile(join(config.dataDir, 'earlier'), registerFile(config.dataDir))
    await writeFile(config.headsFile, heads)
    await signHead(config.headsFile, await readSigningKey(join(config.dataDir, 'their-key')), { change: 1, chain: chainStart })
  }],
  ['the anchor file is taken away', 'head', (config) => rm(config.headsFile)],
  ['a line of the anchor file is taken away', 'head', async (config) => {
    await goOn(config)
    const [, ...rest] = (await readFile(config.headsFile, 'utf8')).split('\n')
    await writeFile(config.headsFile, rest.join('\n'))
  }],
  ['the file of an edition is altered', 'edition', async (config) => {
    const raw = new Database(join(config.editionsDir, 'edition-1.0.sqlite'))
    raw.exec(alterRecord)
    raw.close()
  }],
  ['the file of an edition is altered, and the hash recorded of it too', 'edition', async (config) => {
    await appendFile(join(config.editionsDir, 'edition-1.0.sqlite'), 'x')
    const sha256 = await hashFile(join(config.editionsDir, 'edition-1.0.sqlite'))
    withFile(config, (raw) => raw.prepare('UPDATE edition SET sha256 = ?, bytes = bytes + 1').run(sha256))
  }],
]

test.each(forgeries)('%s: it is noticed (%s)', async (_what, kind, forge) => {
  const config = await aCopy()
  await forge(config)
  const { findings } = await verifyFile(config)
  expect(findings.map((finding) => finding.split(':')[0])).toContain(kind)
})

test('nothing is said of a register that nobody touched, nor of one that went on', async () => {
  const config = await aCopy()
  expect((await verifyFile(config)).findings).toEqual([])
  await goOn(config)
  expect((await verifyFile(config)).findings).toEqual([])
  const reader = new Database(registerFile(config.dataDir), { readonly: true })
  expect(headOf(reader).change).toBeGreaterThan(500)
  reader.close()
})

test('a start looks in short, says what it found, and signs nothing that does not verify', async () => {
  const config = await aCopy()
  const before = await readFile(config.headsFile, 'utf8')
  withFile(config, (raw) => {
    raw.exec(`${alterValue}; ${alterRecord}`)
    rechain(raw)
  })
  const said: string[] = []
  await prepareData(config, (line) => said.push(line))
  expect(said.join()).toMatch(/NOT AS RECORDED.*rolled back or made anew/)
  expect(await readFile(config.headsFile, 'utf8')).toBe(before)
})
