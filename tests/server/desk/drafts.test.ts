import { expect, test } from 'vitest'
import { openDesk } from './support/open-desk.ts'
import { aProposal, aRelease } from './support/release.ts'

const aDraft = (title: string) => ({ kind: 'release_event', form: { title, date: 'half a da' } })

test('a form is kept as it is typed, fit for the register or not, and opened again as it was left', async () => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor')
  const made = await author.post('/drafts', aDraft('Twelve free'))
  expect(made.status).toBe(201)
  const path = `/drafts/${made.body.id}`
  const saved = await author.put(path, { form: { title: 'Twelve freed', rows: [{ quote: '' }] } }, { 'if-match': made.headers.get('etag') ?? '' })
  expect(saved.body).toMatchObject({ title: 'Twelve freed', version: 2, recordId: null })

  const opened = await author.get(path)
  expect(opened.body.form).toEqual({ title: 'Twelve freed', rows: [{ quote: '' }] })
  expect((await author.get('/drafts')).body.data).toMatchObject([{ id: made.body.id, title: 'Twelve freed' }])
})

test('a draft saved from two windows is overwritten by neither unseen', async () => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor')
  const made = await author.post('/drafts', aDraft('One'))
  const path = `/drafts/${made.body.id}`
  const version = { 'if-match': made.headers.get('etag') ?? '' }
  expect((await author.put(path, { form: { title: 'From one window' } }, version)).status).toBe(200)
  expect((await author.put(path, { form: { title: 'From the other' } }, version)).status).toBe(412)
  expect((await author.get(path)).body.form).toEqual({ title: 'From one window' })
  expect((await author.put(path, { form: {} }, { 'if-match': '' })).status).toBe(400)
})

test('a draft is its author’s alone: nobody else finds, reads, saves or sends it', async () => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor')
  const other = await desk.signIn('Rita Reviewer', 'reviewer', 'publisher', 'admin')
  const made = await author.post('/drafts', aDraft('A name that is not to be seen yet'))
  const { id } = made.body
  const version = { 'if-match': '"1"' }
  expect((await other.get(`/drafts/${id}`)).status).toBe(404)
  expect((await other.put(`/drafts/${id}`, { form: {} }, version)).status).toBe(404)
  expect((await other.delete(`/drafts/${id}`, {}, version)).status).toBe(404)
  expect((await other.get(`/proposals/${id}`)).status).toBe(404)
  expect((await other.post(`/reviews/${id}`, { decision: 'approve' }, version)).status).toBe(404)
  expect((await other.get('/proposals')).body.page.total).toBe(0)
  expect((await other.get('/drafts')).body.data).toEqual([])

  await other.post('/proposals', aProposal(aRelease(), { draft: id }))
  expect((await author.get(`/drafts/${id}`)).status).toBe(200)
})

test('sending a form makes a proposal of it and leaves no draft behind; one thrown away is gone', async () => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor')
  const first = await author.post('/drafts', aDraft('Sent'))
  const refused = await author.post('/proposals', aProposal({ ...aRelease(), date: 'half a da' }, { draft: first.body.id }))
  expect(refused.status).toBe(400)
  expect((await author.get('/drafts')).body.data).toHaveLength(1)
  expect((await author.post('/proposals', aProposal(aRelease(), { draft: first.body.id }))).status).toBe(201)
  expect((await author.get('/drafts')).body.data).toEqual([])
  const again = await author.post('/proposals', aProposal(aRelease(), { draft: first.body.id }))
  expect([again.status, again.body.error.message]).toEqual([422, 'This draft was sent already, or thrown away, in another window.'])

  const second = await author.post('/drafts', aDraft('Thrown away'))
  const gone = await author.delete(`/drafts/${second.body.id}`, {}, { 'if-match': second.headers.get('etag') ?? '' })
  expect(gone.status).toBe(200)
  expect((await author.get(`/drafts/${second.body.id}`)).status).toBe(404)
})
