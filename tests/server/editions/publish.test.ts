import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { openForReading } from '#server/db/sqlite.ts'
import { lookForNames } from '#server/editions/look-for-names.ts'
import { RefusedEditionError } from '#server/editions/find-verdict.ts'
import { makeEdition } from '#server/editions/make-edition.ts'
import { publishedTables } from '#server/editions/published-columns.ts'
import { recordTables } from '#server/db/records.ts'
import { foldText } from '#server/names/fold.ts'
import { nameKey } from '#server/names/key.ts'
import { openRegister, registerFile } from '#server/register/open.ts'
import { seedRegister } from '#server/register/load-seed.ts'
import { temporaryFolder, write } from '../../support/test-register.ts'

const request = { number: 1, revision: 0, note: 'for a test', publishedAt: '2026-01-01T00:00:00.000Z' }

const registerIn = async (folder: string): Promise<Opened<Register>> => {
  const register = await openRegister(folder)
  onTestFinished(() => register.close())
  await seedRegister(register.db)
  return register
}

const publish = async (folder: string) => {
  const file = join(folder, 'edition.sqlite')
  const made = await makeEdition(registerFile(folder), file, request)
  return { file, made }
}

const enterPerson = (
  register: Opened<Register>,
  name: string,
  visibility: 'public' | 'name_withheld' | 'withheld',
  eventId = 1,
): Promise<number> =>
  write(register, async (db) => {
    const { id } = await db
      .insertInto('detainee')
      .values({ visibility, description: `Described as ${visibility}`, occupation: 'Marked occupation' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('detainee_name')
      .values({ detainee_id: id, text: name, folded: foldText(name), name_key: nameKey(name) })
      .execute()
    await db
      .insertInto('release_person')
      .values({ release_event_id: eventId, detainee_id: id, destination: 'LT', destination_state: 'arrived', restrictions: `Bound as ${visibility}`, onward_country: 'IS', onward_edtf: '2026-02', onward_earliest: '2026-02-01', onward_latest: '2026-02-28', onward_basis: 'stated' })
      .execute()
    return id
  })

const bytesHold = async (file: string, text: string): Promise<boolean> => {
  const bytes = await readFile(file)
  return bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le'))
}

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

test('nothing of a withheld person is in the bytes of an edition, and a withheld name is in none', async () => {
  const folder = await temporaryFolder()
  const register = await registerIn(folder)
  const hidden = await enterPerson(register, 'Zzwithheld Qqmarker', 'withheld')
  const unnamed = await enterPerson(register, 'Zznameless Qqmarker', 'name_withheld')
  const { file, made } = await publish(folder)
  for (const text of ['Qqmarker', 'qqmarker', nameKey('Qqmarker'), 'Marked occupation', 'Described as', 'Bound as']) {
    expect(await bytesHold(file, text), text).toBe(false)
  }
  expect(made.counts['detainee']).toBe(18)
  const edition = openForReading(file)
  onTestFinished(() => edition.close())
  const ids = edition.raw.prepare<[], { id: number }>('SELECT id FROM detainee').all()
  expect(ids.map((row) => row.id)).toContain(unnamed)
  expect(ids.map((row) => row.id)).not.toContain(hidden)
})

test('the destination of someone whose name is withheld is kept only where three people share it', async () => {
  const folder = await temporaryFolder()
  const register = await registerIn(folder)
  const alone = await enterPerson(register, 'Zzalone Qqmarker', 'name_withheld')
  const { id: event } = await register.db
    .selectFrom('release_event')
    .select('id')
    .where('date_edtf', '=', '2025-02-12')
    .executeTakeFirstOrThrow()
  const together = await enterPerson(register, 'Zztogether Qqmarker', 'name_withheld', event)
  const { file } = await publish(folder)
  const edition = openForReading(file)
  onTestFinished(() => edition.close())
  const placeOf = (id: number) =>
    edition.raw.prepare('SELECT destination, destination_state FROM release_person WHERE detainee_id = ?').get(id)
  expect(placeOf(alone)).toEqual({ destination: null, destination_state: 'not_stated' })
  expect(placeOf(together)).toMatchObject({ destination: 'LT' })
})

test('what came after the release of someone whose name is withheld is in no edition, however many share the place', async () => {
  const folder = await temporaryFolder()
  const register = await registerIn(folder)
  const people: number[] = []
  for (const name of ['Qqadda Wwone', 'Qqbeda Wwtwo', 'Qqceda Wwthree']) people.push(await enterPerson(register, name, 'name_withheld'))
  const shown = await enterPerson(register, 'Qqdeda Wwfour', 'public')
  const { file } = await publish(folder)
  const edition = openForReading(file)
  onTestFinished(() => edition.close())
  const afterwards = edition.raw.prepare(`SELECT destination, restrictions, onward_country, onward_edtf, onward_earliest, onward_latest, onward_basis
    FROM release_person WHERE detainee_id = ?`)
  const nothing = { restrictions: null, onward_country: null, onward_edtf: null, onward_earliest: null, onward_latest: null, onward_basis: 'not_stated' }
  for (const id of people) expect(afterwards.get(id)).toEqual({ destination: 'LT', ...nothing })
  expect(afterwards.get(shown)).toMatchObject({ restrictions: 'Bound as public', onward_country: 'IS', onward_edtf: '2026-02' })
})

test('publishing refuses restrictions that name someone whose name is withheld', async () => {
  const folder = await temporaryFolder()
  const register = await registerIn(folder)
  await enterPerson(register, 'Zznameless Qqmarker', 'name_withheld')
  await write(register, (db) => db.updateTable('release_person').set({ restrictions: 'May not see Zznameless Qqmarker.' }).where('id', '=', 1).execute())
  await expect(publish(folder)).rejects.toMatchObject({ refusals: [{ field: 'release person, restrictions' }] })
})

test('one person entered twice and merged does not make a place shared', async () => {
  const folder = await temporaryFolder()
  const register = await registerIn(folder)
  const { id: event } = await write(register, (db) =>
    db.insertInto('release_event').values({ title: 'A release to one place', country: 'BY' }).returning('id').executeTakeFirstOrThrow(),
  )
  const people: number[] = []
  for (const name of ['Qqadda Wwone', 'Qqbeda Wwtwo', 'Qqbeda Wwtwoo']) people.push(await enterPerson(register, name, 'name_withheld', event))
  await write(register, (db) => db.updateTable('detainee').set({ merged_into: people[1] ?? 0 }).where('id', '=', people[2] ?? 0).execute())
  const { file } = await publish(folder)
  const edition = openForReading(file)
  onTestFinished(() => edition.close())
  const places = edition.raw.prepare('SELECT destination FROM release_person WHERE release_event_id = ?').pluck().all(event)
  expect(places).toEqual([null, null, null])
})

test('publishing refuses a summary that contains a withheld name, in any order or script, and says where', async () => {
  for (const summary of [
    'Among them was Zzwithheld Qqmarker.',
    'The list reads QQMARKER, Zzwithheld and others',
    'See https://example.org/zzwithheld-qqmarker',
  ]) {
    const folder = await temporaryFolder()
    const register = await registerIn(folder)
    await enterPerson(register, 'Zzwithheld Qqmarker', 'withheld')
    await write(register, (db) => db.updateTable('release_event').set({ summary }).where('id', '=', 3).execute())
    const refused = await publish(folder).then(
      () => null,
      (error: unknown) => error,
    )
    expect(refused).toBeInstanceOf(RefusedEditionError)
    expect(refused).toMatchObject({ refusals: [{ record: 'R-3', field: 'release event, summary' }] })
    await expect(readFile(join(folder, 'edition.sqlite'))).rejects.toThrow('ENOENT')
  }
})

test('what was found before publishing is looked for again as soon as any record has changed', async () => {
  const folder = await temporaryFolder()
  const register = await registerIn(folder)
  await enterPerson(register, 'Zzwithheld Qqmarker', 'withheld')
  const looked = await lookForNames(registerFile(folder), request.note)
  expect(looked.refusals).toEqual([])
  const file = join(folder, 'edition.sqlite')
  const steps: string[] = []
  await makeEdition(registerFile(folder), file, { ...request, looked }, (step) => steps.push(step))
  expect(steps).not.toContain('looking for withheld names')
  await write(register, (db) => db.updateTable('release_event').set({ summary: 'Zzwithheld Qqmarker came.' }).where('id', '=', 3).execute())
  await expect(makeEdition(registerFile(folder), file, { ...request, looked })).rejects.toThrow(RefusedEditionError)
})

test('looked for on a second core while rows are copied, the same texts stop a publication or are left out of it', async () => {
  const folder = await temporaryFolder()
  const register = await registerIn(folder)
  await enterPerson(register, 'Zzwithheld Qqmarker', 'withheld')
  const file = join(folder, 'edition.sqlite')
  const make = (blank: readonly string[], twoCores: boolean) => makeEdition(registerFile(folder), file, { ...request, blank }, undefined, twoCores)
  const { sha256 } = await make([], false)
  expect((await make([], true)).sha256).toBe(sha256)
  await write(register, (db) => db.updateTable('release_event').set({ summary: 'Zzwithheld Qqmarker came.' }).where('id', '=', 3).execute())
  await expect(make([], true)).rejects.toMatchObject({ refusals: [{ key: 'release_event 3 summary' }] })
  await expect(make(['release_event 4 summary'], true)).rejects.toThrow(RefusedEditionError)
  await expect(readFile(file)).rejects.toThrow('ENOENT')
  const without = await make(['release_event 3 summary'], false)
  expect((await make(['release_event 3 summary'], true)).sha256).toBe(without.sha256)
  expect(await bytesHold(file, 'Qqmarker')).toBe(false)
})

test('a note that names someone withheld is refused when it is looked at before publishing', async () => {
  const folder = await temporaryFolder()
  const register = await registerIn(folder)
  await enterPerson(register, 'Zzwithheld Qqmarker', 'withheld')
  const note = 'With Zzwithheld Qqmarker left out'
  const looked = await lookForNames(registerFile(folder), note)
  expect(looked.refusals).toMatchObject([{ record: 'edition', field: 'note' }])
  await expect(makeEdition(registerFile(folder), join(folder, 'edition.sqlite'), { ...request, note, looked })).rejects.toThrow(RefusedEditionError)
})

test('a person merged into a withheld one is as withheld as that one', async () => {
  const folder = await temporaryFolder()
  const register = await registerIn(folder)
  const hidden = await enterPerson(register, 'Zzwithheld Qqmarker', 'withheld')
  const merged = await enterPerson(register, 'Zzmerged Qqother', 'public', 2)
  await write(register, (db) => db.updateTable('detainee').set({ merged_into: hidden }).where('id', '=', merged).execute())
  const { file } = await publish(folder)
  expect(await bytesHold(file, 'Qqother')).toBe(false)
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
