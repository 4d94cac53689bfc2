import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { editionFile } from '#server/editions/edition-index.ts'
import type { Records } from '#server/db/records.ts'
import { openForReading } from '#server/db/sqlite.ts'
import { write } from '#tests/support/test-register.ts'
import { openDesk } from './support/open-desk.ts'
import { aRelease, enter } from './support/release.ts'

test('what is approved is previewed, published once however often the button is pressed, and then needs no more', async () => {
  const desk = await openDesk({ seeded: true })
  const publisher = await desk.signIn('Pia Publisher', 'publisher', 'reviewer')
  await enter(publisher, publisher, aRelease())
  const preview = await publisher.get('/publish')
  expect(preview.body).toMatchObject({ nextNumber: 1, refusals: [] })
  expect(preview.body.changesets[0]).toMatchObject({ kind: 'new', author: 'Pia Publisher', reason: 'Reported by the Courier' })

  expect((await publisher.post('/publish', { note: ' ' })).body.error.fields).toEqual({
    note: 'Say what this edition brings, in a few words.',
  })
  const key = { 'idempotency-key': randomUUID() }
  const published = await publisher.post('/publish', { note: 'The first edition' }, key)
  expect(published.status).toBe(201)
  expect(published.body.edition).toMatchObject({ number: 1, revision: 0, note: 'The first edition' })
  expect((await publisher.post('/publish', { note: 'The first edition' }, key)).body).toEqual(published.body)
  expect((await desk.register.db.selectFrom('edition').selectAll().execute()).length).toBe(1)
  expect((await publisher.get('/publish')).body).toMatchObject({ nextNumber: 2, changesets: [] })
})

test('an edition that moves a headline number a lot needs a publisher’s word', async () => {
  const desk = await openDesk({ seeded: true })
  const publisher = await desk.signIn('Pia Publisher', 'publisher', 'reviewer')
  await publisher.post('/publish', { note: 'The first edition' })
  await enter(publisher, publisher, aRelease({ counts: [{ dimension: 'total', cell: 'all', best: 5000 }] }))
  const asked = await publisher.post('/publish', { note: 'Many more' })
  expect(asked.status).toBe(409)
  expect(asked.body.warnings[0]).toContain('Releases as reported: 864 would become 5864')
  expect((await publisher.post('/publish', { note: 'Many more', confirmed: true })).status).toBe(201)
})

test('texts that name someone withheld are listed with the way to each, and left out only where a publisher says so', async () => {
  const desk = await openDesk({ seeded: true })
  const publisher = await desk.signIn('Pia Publisher', 'publisher', 'reviewer')
  await publisher.post('/publish', { note: 'The first edition' })
  await enter(publisher, publisher, aRelease({ summary: 'Among them was Ina Vydumannaya.' }))
  const person = await desk.register.db.selectFrom('detainee_name').where('text', '=', 'Іна Выдуманая').select('detainee_id').executeTakeFirstOrThrow()
  await write(desk.register, (db) => db.updateTable('detainee').set({ visibility: 'withheld' }).where('id', '=', person.detainee_id).execute())
  await write(desk.register, (db) =>
    db.insertInto('source').values({ title: 'A report', url: 'https://example.org/2024/vydumannaja_released' }).execute(),
  )
  const source = await desk.register.db.selectFrom('source').where('title', '=', 'A report').select('id').executeTakeFirstOrThrow()
  await write(desk.register, (db) =>
    db.insertInto('evidence').values({ source_id: source.id, record_table: 'release_event', record_id: 1, field: 'title' }).execute(),
  )
  const { refusals } = (await publisher.get('/publish')).body as { refusals: { key: string; record: string; page: string; field: string }[] }
  expect(refusals.map(({ record, field }) => `${record} ${field}`).toSorted()).toEqual([
    expect.stringMatching(/^R-\d+ release event, summary$/) as unknown,
    `SRC-${source.id} source, url`,
  ])
  expect(refusals.find(({ record }) => record.startsWith('SRC'))?.page).toBe(`/sources/${source.id}`)

  const body = { note: 'The second edition', confirmed: true }
  const refused = await publisher.post('/publish', body)
  expect([refused.status, refused.body.refusals.length]).toEqual([409, 2])
  // One chosen is not all chosen.
  const some = await publisher.post('/publish', { ...body, blank: [refusals[0]?.key] })
  expect([some.status, some.body.refusals.length]).toEqual([409, 1])
  const named = await publisher.post('/publish', { ...body, note: 'Without Vydumanaya', blank: refusals.map(({ key }) => key) })
  expect([named.status, named.body.refusals]).toEqual([409, [expect.objectContaining({ record: 'edition', blankable: false })]])
  const published = await publisher.post('/publish', { ...body, blank: refusals.map(({ key }) => key) })
  expect(published.status).toBe(201)
  const edition = openForReading<Records>(editionFile(desk.config.editionsDir, { number: 2, revision: 0 }))
  const row = await edition.db.selectFrom('source').where('id', '=', source.id).select(['title', 'url']).executeTakeFirstOrThrow()
  await edition.close()
  expect(row).toEqual({ title: 'A report', url: null })
  // The register keeps what was left out.
  expect(await desk.register.db.selectFrom('source').where('id', '=', source.id).select('url').executeTakeFirstOrThrow()).toEqual({
    url: 'https://example.org/2024/vydumannaja_released',
  })
})

test('a public person called like someone withheld is pointed out before publishing', async () => {
  const desk = await openDesk({ seeded: true })
  const publisher = await desk.signIn('Pia Publisher', 'publisher', 'reviewer')
  await enter(publisher, publisher)
  await enter(publisher, publisher, aRelease({ title: 'Velmaria: one more', people: [{ newPerson: { name: 'Ina Vydumanaya', lang: 'en' }, evidence: [{ source: 's1' }] }] }))
  const [first, second] = await desk.register.db.selectFrom('detainee_name').where('folded', 'like', '%vyduman%').select('detainee_id').orderBy('detainee_id').execute()
  await write(desk.register, (db) => db.updateTable('detainee').set({ visibility: 'withheld' }).where('id', '=', first?.detainee_id ?? 0).execute())
  const { warnings } = (await publisher.get('/publish')).body as { warnings: string[] }
  expect(warnings.join()).toContain(`D-${second?.detainee_id}: called like someone who is not fully public`)
})
