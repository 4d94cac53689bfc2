import { expect, test } from 'vitest'
import { allRecords } from '#tests/support/all-records.ts'
import { enterPerson } from '#tests/support/enter-people.ts'
import { write } from '#tests/support/test-register.ts'
import { verifyRegister } from '#server/register/verify.ts'
import type { Client } from './support/client.ts'
import { type Desk, openDesk } from './support/open-desk.ts'
import { propose, review } from './support/release.ts'

/** Two records of one invented person: two spellings, two arrests, one event both are in, a desk fact each. */
const twoOfOne = async (desk: Desk) => {
  const { register } = desk
  await write(register, async (db, changeset) => {
    const source = await db.insertInto('source').values({ title: 'An invented report', published_basis: 'not_stated' }).returning('id').executeTakeFirstOrThrow()
    const one = await enterPerson(db, {
      names: ['Іван Выдуманы', 'Ivan Vydumany'],
      birth: '4 March 1990',
      occupation: 'baker',
      arrests: [{ country: 'XV', date: '2 May 2021', place: 'Stolin' }],
    })
    const other = await enterPerson(db, {
      names: ['Ivan Vydumanyi', 'Іван Выдуманы'],
      birth: '1990',
      description: 'of the Invented Union',
      arrests: [{ country: 'XV', date: '9 June 2022' }, { country: 'XV', date: '2 May 2021', place: 'Stolin' }],
    })
    for (const code of ['LT', 'PL']) await db.insertInto('destination').values({ code }).execute()
    const event = async (title: string) =>
      (await db.insertInto('release_event').values({ title, country: 'XV', date_basis: 'not_stated' }).returning('id').executeTakeFirstOrThrow()).id
    const [shared, own] = [await event('Velmaria: 3 released'), await event('Velmaria: 5 released')]
    const released = async (id: number, at: number, destination: string) =>
      (await db.insertInto('release_person').values({ release_event_id: at, detainee_id: id, destination }).returning('id').executeTakeFirstOrThrow()).id
    const first = await released(one, shared, 'LT')
    const second = await released(other, shared, 'PL')
    await released(other, own, 'LT')
    const support = (table: string, id: number, field: string, quote: string) =>
      db.insertInto('evidence').values({ source_id: source.id, record_table: table, record_id: id, field, quote }).execute()
    await support('detainee', one, 'birth', 'born on the fourth of March')
    await support('detainee', other, 'birth', 'born in 1990')
    await support('release_person', first, 'destination', 'to Vilnius')
    await support('release_person', second, 'destination', 'to Warsaw')
    const names = await db.selectFrom('detainee_name').where('detainee_id', '=', other).select('id').execute()
    for (const { id } of names) await support('detainee_name', id, 'text', `as number ${id}`)
    for (const id of [one, other]) await changeset.touch({ table: 'detainee', id })
    for (const id of [shared, own]) await changeset.touch({ table: 'release_event', id })
  })
  for (const id of [1, 2]) {
    await register.db.insertInto('desk_fact').values({ detainee_id: id, kind: 'health', text: `fact of ${id}`, recorded_at: '2026-01-01', recorded_by: 'A tester' }).execute()
  }
}

const ready = async () => {
  const desk = await openDesk()
  await twoOfOne(desk)
  const by = await desk.signIn('Rita Writer', 'contributor', 'reviewer')
  const { body: view } = await by.get('/detainees/D-1/merge/D-2')
  const mergeBody = {
    keep: 1,
    drop: 2,
    keepVersion: view.keep.version,
    dropVersion: view.drop.version,
    fields: { birth: 'keep' },
    releases: [{ event: 1, take: 'keep' }],
  }
  return { ...desk, by, view, mergeBody }
}

const act = (by: Client, kind: string, changeKind: string, body: unknown) => propose(by, body, { kind, changeKind })
const rowsOf = (desk: Desk) => ({ ...allRecords(desk.register), desk_fact: desk.register.raw.prepare('SELECT * FROM desk_fact ORDER BY id').all() })
const lastChangeset = async (desk: Desk): Promise<number> =>
  (await desk.register.db.selectFrom('changeset').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id

test('two people stand side by side, with what has to be chosen', async () => {
  const { view } = await ready()
  expect(view.fields).toContainEqual({ field: 'birth', label: 'Birth', keep: '4 March 1990', drop: '1990, month not stated', mustChoose: true })
  expect(view.fields).toContainEqual({ field: 'occupation', label: 'Occupation', keep: 'baker', drop: null, mustChoose: false })
  expect(view.releases).toMatchObject([{ event: 1, keep: 'Lithuania', drop: 'Poland', mustChoose: true }])
  expect(view.mainNames).toMatchObject([{ script: 'Latn', keep: { text: 'Ivan Vydumany' }, drop: { text: 'Ivan Vydumanyi' } }])
})

test('a merge without what has to be chosen is refused, field by field', async () => {
  const { by, mergeBody } = await ready()
  const answer = await by.post('/proposals', { kind: 'merge', changeKind: 'merge', reason: 'One person', body: { ...mergeBody, fields: {}, releases: [] } })
  expect(answer.status).toBe(400)
  expect(Object.keys(answer.body.error.fields).toSorted()).toEqual(['body.fields.birth', 'body.releases'])
})

test('a merge keeps every name and every piece of evidence, and the old number leads to the one kept', async () => {
  const desk = await ready()
  const evidence = (allRecords(desk.register)['evidence'] ?? []).length
  const proposal = await act(desk.by, 'merge', 'merge', desk.mergeBody)
  expect(proposal.body.changes.length).toBeGreaterThan(5)
  expect((await review(desk.by, proposal)).status).toBe(200)
  const { body: kept } = await desk.by.get('/detainees/1')
  expect(kept.names.map(({ text }: { text: string }) => text).toSorted()).toEqual(['Ivan Vydumany', 'Ivan Vydumanyi', 'Іван Выдуманы'])
  expect(kept.releases).toHaveLength(2)
  const rows = allRecords(desk.register)
  expect(rows['detention']).toHaveLength(2)
  expect(rows['evidence']).toHaveLength(evidence)
  expect(rows['evidence']).toContainEqual(expect.objectContaining({ quote: 'born in 1990', record_id: 1, asserts: '1990' }))
  expect(rows['evidence']).toContainEqual(expect.objectContaining({ quote: 'to Warsaw', record_id: 1, asserts: 'PL' }))
  expect(rows['detainee']).toContainEqual(expect.objectContaining({ id: 1, description: 'of the Invented Union', occupation: 'baker' }))
  expect(rowsOf(desk).desk_fact).toMatchObject([{ detainee_id: 1 }, { detainee_id: 1 }])
  const { body: old } = await desk.by.get('/detainees/2')
  expect(old.mergedInto).toBe(1)
  expect((await verifyRegister(desk.register.raw, desk.config)).findings).toEqual([])
})

test('undoing a merge restores both people exactly, evidence, numbers and desk facts included', async () => {
  const desk = await ready()
  const before = rowsOf(desk)
  await review(desk.by, await act(desk.by, 'merge', 'merge', desk.mergeBody))
  expect(rowsOf(desk)).not.toEqual(before)
  const undo = await act(desk.by, 'undo', 'correction', { act: 'undo', changeset: await lastChangeset(desk) })
  expect((await review(desk.by, undo)).status).toBe(200)
  expect(rowsOf(desk)).toEqual(before)
})

test('a merge is undone after later edits that do not collide, and refused, with which, where they do', async () => {
  const desk = await ready()
  await review(desk.by, await act(desk.by, 'merge', 'merge', desk.mergeBody))
  const merge = await lastChangeset(desk)
  await write(desk.register, (db) => db.updateTable('detainee').set({ occupation: 'miller' }).where('id', '=', 1).execute())
  const undo = await act(desk.by, 'undo', 'correction', { act: 'undo', changeset: merge })
  await review(desk.by, undo)
  expect(allRecords(desk.register)['detainee']).toMatchObject([{ occupation: 'miller', description: null }, { merged_into: null }])

  const again = await ready()
  await review(again.by, await act(again.by, 'merge', 'merge', again.mergeBody))
  const second = await lastChangeset(again)
  await write(again.register, (db) => db.deleteFrom('detention').where('detainee_id', '=', 1).where('arrest_earliest', '=', '2022-06-09').execute())
  const refused = await again.by.post('/proposals', { kind: 'undo', changeKind: 'correction', reason: 'Two people', body: { act: 'undo', changeset: second } })
  expect(refused.status).toBe(400)
  expect(refused.body.error.fields['body.changeset']).toMatch(/detention \d+ was taken out since/)
})

test('what is shown of the two is no more than was shown of either', async () => {
  const desk = await ready()
  await write(desk.register, (db) => db.updateTable('detainee').set({ visibility: 'name_withheld' }).where('id', '=', 2).execute())
  await review(desk.by, await act(desk.by, 'merge', 'merge', desk.mergeBody))
  expect(allRecords(desk.register)['detainee']).toMatchObject([{ visibility: 'name_withheld' }, { visibility: 'name_withheld' }])
})

test('a person changed since they were compared is compared again', async () => {
  const desk = await ready()
  const stale = await act(desk.by, 'merge', 'merge', desk.mergeBody)
  await write(desk.register, (_, changeset) => changeset.touch({ table: 'detainee', id: 2 }))
  const answer = await review(desk.by, stale)
  expect(answer.status).toBe(409)
  expect(answer.body.error.message).toContain('D-2 was changed since you compared the two. Compare them again.')
})

test('a reviewer is warned where only the name speaks for it, and where somebody said that they are two', async () => {
  const desk = await ready()
  await desk.by.post('/duplicates/not-the-same', { a: 1, b: 2, reason: 'Uncle and nephew' })
  const { body } = await act(desk.by, 'merge', 'merge', desk.mergeBody)
  expect(body.warnings.join(' ')).toContain('Uncle and nephew')
})

test('a whole entry is taken back through review, and a version of an event restored', async () => {
  const desk = await openDesk()
  const by = await desk.signIn('Rita Writer', 'contributor', 'reviewer')
  const empty = allRecords(desk.register)
  await review(by, await propose(by))
  const entered = await lastChangeset(desk)
  const asEntered = allRecords(desk.register)
  const { body: asWrite, headers } = await by.get('/release-events/1/write')
  expect(headers.get('etag')).toBe(`"${asWrite.version}"`)
  await review(by, await propose(by, { ...asWrite.body, title: 'Another title', notes: [] }, { recordId: 1, baseVersion: asWrite.version, changeKind: 'correction' }))
  await review(by, await act(by, 'undo', 'correction', { act: 'restore', record: 'R-1', asOf: entered }))
  expect(allRecords(desk.register)).toEqual(asEntered)
  for (const changeset of [entered + 2, entered + 1, entered]) {
    await review(by, await act(by, 'undo', 'correction', { act: 'undo', changeset }))
  }
  expect(allRecords(desk.register)).toEqual(empty)
})
