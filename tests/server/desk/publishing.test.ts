import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
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
