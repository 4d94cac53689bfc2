import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { redactChanges } from '#server/register/redact.ts'
import { verifyRegister } from '#server/register/verify.ts'
import { seededRegister, temporaryFolder, write } from '../../support/test-register.ts'

const nowhere = join('/', 'nonexistent')

const findingsOf = async (register: Opened<Register>) =>
  (await verifyRegister(register.raw, { editionsDir: nowhere })).findings.map((finding) => finding.what)

/** What someone with the file in their hands can do: no trigger stands in the way. */
const forge = (register: Opened<Register>, statement: string): void => {
  const triggers = register.raw
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all()
  register.raw.pragma('foreign_keys = OFF')
  for (const { name } of triggers) register.raw.exec(`DROP TRIGGER ${name}`)
  register.raw.exec(statement)
  for (const { sql } of triggers) register.raw.exec(sql)
}

test('a register that nobody touched verifies, records and all', async () => {
  const register = await seededRegister()
  const result = await verifyRegister(register.raw, { editionsDir: await temporaryFolder() })
  expect(result.findings).toEqual([])
  expect(result.changes).toBeGreaterThan(300)
  expect(result.records).toBeGreaterThan(300)
})

test('an altered value of the history is noticed', async () => {
  const register = await seededRegister()
  forge(register, `UPDATE change_value SET value = replace(value, '123', '321') WHERE change_id =
    (SELECT MIN(id) FROM change WHERE table_name = 'release_count')`)
  expect(await findingsOf(register)).toContain('altered')
})

test('a deleted row of the history is noticed, in the middle and at the end', async () => {
  for (const which of ['40', '(SELECT MAX(id) FROM change)']) {
    const register = await seededRegister()
    forge(register, `DELETE FROM change_value WHERE change_id = ${which}; DELETE FROM change WHERE id = ${which}`)
    expect(await findingsOf(register)).toContain('deleted')
  }
})

test('an inserted row of the history is noticed', async () => {
  const register = await seededRegister()
  forge(register, `INSERT INTO change (changeset_id, table_name, record_id, op, digest, chain)
    SELECT changeset_id, table_name, record_id, 'update', digest, chain FROM change WHERE id = 10`)
  expect(await findingsOf(register)).toEqual(expect.arrayContaining(['chain']))
})

test('a record changed behind the back of its history is noticed', async () => {
  const register = await seededRegister()
  forge(register, `UPDATE release_event SET country = 'LT' WHERE id = 1`)
  expect(await findingsOf(register)).toEqual(['record'])
})

test('a record entered or removed without history is noticed', async () => {
  const register = await seededRegister()
  forge(register, `INSERT INTO source (title) VALUES ('slipped in'); DELETE FROM event_note WHERE id = 1`)
  expect(await findingsOf(register)).toEqual(['record', 'record'])
})

test('a redacted value is called redacted, not altered or deleted', async () => {
  const register = await seededRegister()
  const { id } = await register.db
    .selectFrom('change')
    .select('id')
    .where('table_name', '=', 'event_note')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  await redactChanges(register.db, { author: 'A publisher', reason: 'asked for by the person' }, [id])
  const result = await verifyRegister(register.raw, { editionsDir: nowhere })
  expect(result.findings).toEqual([])
  expect(result.redacted).toBe(1)
  expect(register.raw.prepare('SELECT 1 FROM change_value WHERE change_id = ?').get(id)).toBeUndefined()
})

test('a value taken away without a redaction is called deleted', async () => {
  const register = await seededRegister()
  forge(register, 'DELETE FROM change_value WHERE change_id = 20')
  expect(await findingsOf(register)).toContain('deleted')
})

test('a record is only written inside a changeset, and history is never rewritten', async () => {
  const register = await seededRegister()
  expect(() => register.raw.exec("UPDATE source SET title = 'x' WHERE id = 1")).toThrow('no changeset is open')
  expect(() => register.raw.exec('DELETE FROM change WHERE id = 1')).toThrow('history is never deleted')
  expect(() => register.raw.exec("UPDATE change SET op = 'delete' WHERE id = 1")).toThrow('never altered')
})

test('a write that fails half way leaves neither record nor history', async () => {
  const register = await seededRegister()
  const before = register.raw.prepare('SELECT COUNT(*) AS n FROM change').get()
  await expect(
    write(register, async (db) => {
      await db.insertInto('source').values({ title: 'first' }).execute()
      await db.insertInto('source').values({ title: '' }).execute()
    }),
  ).rejects.toThrow('CHECK')
  expect(register.raw.prepare('SELECT COUNT(*) AS n FROM change').get()).toEqual(before)
  expect(await findingsOf(register)).toEqual([])
})
