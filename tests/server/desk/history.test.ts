import { expect, test } from 'vitest'
import { openDesk } from './support/open-desk.ts'
import { aProposal, enter, propose, review } from './support/release.ts'

test('the history of a row shows what was, what is, and nothing of a value that was redacted', async () => {
  const desk = await openDesk()
  const both = await desk.signIn('Bo Both', 'contributor', 'reviewer')
  const proposed = await both.post('/proposals', aProposal())
  await both.post(`/reviews/${proposed.body.id}`, { decision: 'approve' }, { 'if-match': '"1"' })
  const { version, body } = (await both.get('/release-events/1/write')).body
  const better = { ...body, title: 'A better title' }
  const correction = await both.post('/proposals', aProposal(better, { recordId: 1, baseVersion: version, changeKind: 'correction' }))
  await both.post(`/reviews/${correction.body.id}`, { decision: 'approve' }, { 'if-match': '"1"' })

  const history = await both.get('/history/release_event/1')
  expect(history.body.page).toEqual({ total: 2, next: null })
  expect(history.body.data[0]).toMatchObject({
    op: 'update',
    kind: 'correction',
    redacted: false,
    fields: [{ field: 'title', before: 'Velmaria: 12 prisoners released', after: 'A better title' }],
  })
  const page = await both.get('/history/release_event/1?limit=1')
  const next = await both.get(`/history/release_event/1?limit=1&cursor=${page.body.page.next}`)
  expect(next.body.data).toEqual([history.body.data[1]])

  await desk.register.db.deleteFrom('change_value').where('change_id', '=', history.body.data[0].id).execute()
  const redacted = await both.get('/history/release_event/1')
  expect(redacted.body.data[0]).toMatchObject({ redacted: true, fields: [] })
  expect(JSON.stringify(redacted.body)).not.toContain('A better title')
})

test('the history of an event tells in words of its counts, people and notes too, and of no other event', async () => {
  const desk = await openDesk({ seeded: true })
  const both = await desk.signIn('Bo Both', 'contributor', 'reviewer')
  const id = await enter(both, both)
  const { version, body } = (await both.get(`/release-events/${id}/write`)).body
  body.counts[1].best = 6
  body.people = []
  const base = { recordId: id, baseVersion: version, changeKind: 'correction' }
  expect((await review(both, await propose(both, body, base))).status).toBe(200)

  const [correction, entry] = (await both.get(`/release-events/${id}/history`)).body.data
  expect(correction).toMatchObject({ kind: 'correction', author: 'Bo Both', reason: 'Reported by the Courier' })
  expect(correction.changes).toMatchObject([
    { label: 'Count, Destination: Latvia', after: 'Destination: Latvia: exactly 6; a part of the total; used' },
    { label: expect.stringContaining('Person, Іна Выдуманая'), after: null },
  ])
  expect(entry.changes.map((change: { label: string }) => change.label)).toEqual(
    expect.arrayContaining(['Title', 'Date', 'Count, Total', 'Note, reaction']),
  )
  const [seeded] = (await both.get('/release-events/R-2/history')).body.data
  const title = seeded.changes.filter((change: { label: string }) => change.label === 'Title')
  expect(title).toHaveLength(1)
  expect((await both.get('/release-events/999999/history')).status).toBe(404)
})
