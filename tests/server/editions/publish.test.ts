import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { recordTables } from '#server/db/records.ts'
import type { Register } from '#server/db/register.ts'
import { type Opened, openForReading } from '#server/db/sqlite.ts'
import { publishedTables } from '#server/editions/published-columns.ts'
import { registerFile } from '#server/register/open.ts'
import { temporaryFolder, write } from '../../support/test-register.ts'
import { bytesHold, publish, registerIn } from './support/making.ts'

test('an edition holds every record of the seed, and its derived tables are indexed tables', async () => {
  const folder = await temporaryFolder()
  await registerIn(folder)
  const { file, made } = await publish(folder)
  expect(made.counts).toMatchObject({ release_event: 23, detainee: 17, release_person: 18, source: 36 })
  const edition = openForReading(file)
  onTestFinished(() => edition.close())
  const kinds = edition.raw
    .prepare("SELECT name, type FROM sqlite_schema WHERE name IN ('release_number', 'release_named') ORDER BY name")
    .all()
  expect(kinds).toEqual([
    { name: 'release_named', type: 'table' },
    { name: 'release_number', type: 'table' },
  ])
})

test('the same records, published as the same edition, give the same bytes', async () => {
  const folder = await temporaryFolder()
  await registerIn(folder)
  const { made: first } = await publish(folder)
  const { made: again } = await publish(folder)
  expect(again.sha256).toBe(first.sha256)
})

test('publishing writes nothing into the register', async () => {
  const folder = await temporaryFolder()
  await registerIn(folder)
  const bytes = () => Promise.all(['', '-wal'].map((part) => readFile(`${registerFile(folder)}${part}`)))
  const before = await bytes()
  await publish(folder)
  expect((await bytes()).every((part, at) => part.equals(before[at] ?? Buffer.of()))).toBe(true)
})

test('a row that breaks a condition of its table, however it got into the register, is not published', async () => {
  const folder = await temporaryFolder()
  const register = await registerIn(folder)
  register.raw.pragma('ignore_check_constraints = ON')
  await write(register, (db) => db.updateTable('detainee').set({ sex: 'unheard of' }).where('id', '=', 1).execute())
  await expect(publish(folder)).rejects.toThrow('CHECK constraint failed: sex')
  await expect(readFile(join(folder, 'edition.sqlite'))).rejects.toThrow('ENOENT')
})

test('what is published is listed column by column, and every column of a record table is decided on', async () => {
  const register = await registerIn(await temporaryFolder())
  for (const table of recordTables) {
    const columns = register.raw.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table)
    const { columns: plain, guarded = {} } = publishedTables[table]
    const listed = [...plain, ...Object.keys(guarded)].toSorted()
    expect(listed, table).toEqual(columns.map((column) => column.name).toSorted())
  }
})

test('nothing of a desk table is in the bytes of an edition', async () => {
  const folder = await temporaryFolder()
  const register = await registerIn(folder)
  const markers = plantDeskMarkers(register)
  expect(markers.length).toBeGreaterThan(40)
  const { file } = await publish(folder)
  for (const marker of markers) expect(await bytesHold(file, marker), marker).toBe(false)
})

/** A marker in every text column of every desk table that takes one; returns the markers. */
const plantDeskMarkers = (register: Opened<Register>): string[] => {
  register.raw.pragma('foreign_keys = OFF')
  register.raw.pragma('ignore_check_constraints = ON')
  const tables = register.raw
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT IN (${recordTables.map((table) => `'${table}'`).join(', ')}, 'migration', 'open_changeset')`,
    )
    .all()
  const markers: string[] = []
  for (const { name: table } of tables) {
    const columns = register.raw
      .prepare<[string], { name: string; type: string; pk: number }>('SELECT name, type, pk FROM pragma_table_info(?)')
      .all(table)
    const values = columns.map(({ name, type, pk }) => {
      if (type === 'INTEGER') return pk === 1 ? 900_001 : 1
      if (type === 'REAL') return 0.5
      // The head of the chain is public on purpose: an edition says what history it was made from.
      if (table === 'change' && (name === 'chain' || name === 'op')) return name === 'op' ? 'insert' : 'f'.repeat(64)
      const marker = `Mark ${table} ${name} mark`
      markers.push(marker)
      if (type === 'BLOB') return Buffer.from(marker)
      return name === 'counts' || name === 'body' ? JSON.stringify(marker) : marker
    })
    const names = columns.map((column) => column.name).join(', ')
    register.raw.prepare(`INSERT INTO ${table} (${names}) VALUES (${values.map(() => '?').join(', ')})`).run(...values)
  }
  return markers
}
