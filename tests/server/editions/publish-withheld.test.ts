import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openForReading } from '#server/db/sqlite.ts'
import { RefusedEditionError } from '#server/editions/find-verdict.ts'
import { lookForNames } from '#server/editions/look-for-names.ts'
import { makeEdition } from '#server/editions/make-edition.ts'
import { nameKey } from '#server/names/key.ts'
import { registerFile } from '#server/register/open.ts'
import { temporaryFolder, write } from '../../support/test-register.ts'
import { bytesHold, enterPerson, publish, registerIn, request } from './support/making.ts'

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
