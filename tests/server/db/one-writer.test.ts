import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { Register } from '#server/db/register.ts'
import { type Opened, openForMaking, openForPublishing, openForReading } from '#server/db/sqlite.ts'
import { openRegisterFile } from '#server/register/open.ts'
import { temporaryFolder } from '../../support/test-register.ts'

const registerOnDisk = async (): Promise<{ register: Opened<Register>; file: string }> => {
  const file = `${await temporaryFolder()}/register.sqlite`
  const register = await openRegisterFile(file)
  onTestFinished(register.close)
  return { register, file }
}

const settings = async ({ db }: Opened<Register>): Promise<string[]> =>
  (await db.selectFrom('setting').select('name').orderBy('name').execute()).map(({ name }) => name)

const set = (name: string) => ({ name, value: 'true' })

test('a read waits for no write, and sees nothing of it before it is whole', async () => {
  const { register } = await registerOnDisk()
  await register.db.transaction().execute(async (db) => {
    await db.insertInto('setting').values(set('half')).execute()
    expect(await settings(register)).toEqual([])
    expect((await db.selectFrom('setting').select('name').execute()).length).toBe(1)
  })
  expect(await settings(register)).toEqual(['half'])
})

test('writes take turns: the second begins when the first has ended, well or badly', async () => {
  const { register } = await registerOnDisk()
  const order: string[] = []
  const transaction = (name: string, fails: boolean): Promise<void> =>
    register.db.transaction().execute(async (db) => {
      order.push(`${name} begins`)
      await db.insertInto('setting').values(set(name)).execute()
      await new Promise((resolve) => setImmediate(resolve))
      order.push(`${name} ends`)
      if (fails) throw new Error('given up')
    })
  const all = await Promise.allSettled([
    transaction('first', true),
    transaction('second', false),
    register.db.insertInto('setting').values(set('third')).execute(),
  ])
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
  expect(await settings(register)).toEqual(['second', 'third'])
})

test('while another process writes, a write waits and everyone may read; when that does not end it is refused', async () => {
  const { register, file } = await registerOnDisk()
  const other = new Database(file)
  onTestFinished(() => void other.close())
  other.exec('BEGIN IMMEDIATE')
  const waiting = register.db.insertInto('setting').values(set('waits')).execute()
  expect(await settings(register)).toEqual([])
  other.exec('COMMIT')
  await waiting
  other.exec('BEGIN IMMEDIATE')
  await expect(register.db.transaction().execute((db) => db.insertInto('setting').values(set('never')).execute())).rejects.toMatchObject({
    code: 'SQLITE_BUSY',
  })
  other.exec('COMMIT')
  await register.db.insertInto('setting').values(set('after')).execute()
  expect(await settings(register)).toEqual(['after', 'waits'])
})

test('a transaction that SQLite itself has ended, as on a full disk, leaves the next one its turn', async () => {
  const { register } = await registerOnDisk()
  const ended = register.db.transaction().execute(async (db) => {
    await db.insertInto('setting').values(set('lost')).execute()
    await sql`ROLLBACK`.execute(db)
    throw new Error('the disk is full')
  })
  await expect(ended).rejects.toThrow('the disk is full')
  await register.db.insertInto('setting').values(set('next')).execute()
  expect(await settings(register)).toEqual(['next'])
})

test('what protects the data is set on every connection, whichever way a file is opened', async () => {
  const { register, file } = await registerOnDisk()
  const made = openForMaking(`${file}.made`)
  onTestFinished(made.close)
  made.raw.exec('CREATE TABLE one (id INTEGER)')
  const [reading, publishing] = [openForReading(`${file}.made`), openForPublishing(file)]
  for (const opened of [reading, publishing]) onTestFinished(opened.close)
  const said = (raw: Database.Database, names: readonly string[]) => names.map((name) => raw.pragma(name, { simple: true }))
  const everywhere = ['trusted_schema', 'cell_size_check'] as const
  for (const { raw } of [register, made, reading, publishing]) expect(said(raw, everywhere)).toEqual([0, 1])
  for (const { raw } of [register, reading, publishing]) expect(said(raw, ['temp_store', 'busy_timeout'])).toEqual([2, 20])
  expect(said(register.raw, ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers', 'secure_delete'])).toEqual(['wal', 2, 1, 1, 1])
  expect(() => reading.raw.exec('CREATE TABLE two (id INTEGER)')).toThrow(/readonly|read-only/)
  // Reads through Kysely go to a connection that cannot write.
  const { rows } = await sql<{ on: number }>`SELECT query_only AS "on" FROM pragma_query_only`.execute(register.db)
  expect(rows).toEqual([{ on: 1 }])
})
