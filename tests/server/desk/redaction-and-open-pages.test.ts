import { expect, test } from 'vitest'
import type { Answer, Client } from './support/client.ts'
import { openDesk } from './support/open-desk.ts'
import { completed, filesHolding } from './support/redacting.ts'
import { aRelease, enter, propose, review } from './support/release.ts'

const words = 'his sister Zofia Wymyślona paid the fine'
const held = `They came home; ${words}.`
const bytes = [words, 'Zofia Wymyślona'].flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])
const redaction = { kind: 'redaction', changeKind: 'redaction', reason: 'It endangers somebody' }

const ready = async ({ isPublished = true } = {}) => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor')
  const publisher = await desk.signIn('Pia Publisher', 'publisher', 'reviewer')
  await enter(author, publisher, aRelease({ summary: held }))
  if (isPublished) expect((await publisher.post('/publish', { note: 'The first edition' })).status).toBe(201)
  const takeOut = async (body: object) => {
    expect((await review(publisher, await propose(author, body, redaction))).status).toBe(200)
    await completed(publisher)
  }
  return { ...desk, author, publisher, takeOut }
}

/** What a page that is opened by now was told, as it sends it back. */
const opened = async (by: Client) => ({ 'habeas-words-left': (await by.get('/drafts')).headers.get('habeas-words-left') ?? '' })
const versionOf = (answer: Answer) => ({ 'if-match': answer.headers.get('etag') ?? '' })
const summary = { record: 'R-1', table: 'release_event', id: 1, field: 'summary', words }

test('a page that was open when words left writes none of them back', async () => {
  const desk = await ready()
  const { author } = desk
  const page = await opened(author)
  const form = { kind: 'release_event', recordId: 1, form: { title: 'A correction', summary: held } }
  const draft = await author.post('/drafts', form, page)
  const record = await author.get('/release-events/1/write')
  const waiting = await propose(author, aRelease({ title: 'Another', summary: held }))
  await desk.takeOut(summary)
  expect(await filesHolding(desk.config.dataDir, bytes)).toEqual([])

  const correction = { kind: 'release_event', recordId: 1, baseVersion: 1, changeKind: 'correction', reason: 'Put right', body: aRelease({ summary: held }) }
  const refused = [
    await author.put(`/drafts/${draft.body.id}`, { form: form.form }, { ...page, ...versionOf(draft) }),
    await author.post('/drafts', form, page),
    await author.post('/proposals', correction, page),
    await author.post('/proposals', { ...correction, recordId: null, baseVersion: null, changeKind: 'new' }, page),
    await author.put(`/proposals/${waiting.body.id}`, { ...correction, recordId: null, baseVersion: null, changeKind: 'new' }, { ...page, ...versionOf(waiting) }),
    await author.post(`/proposals/${waiting.body.id}/comments`, { text: held }, page),
    await author.post('/captures', { mediaType: 'text/plain', content: Buffer.from(held).toString('base64'), address: 'https://example.org/again' }, page),
  ]
  expect(refused.map(({ status, body }) => [status, body.error?.code])).toEqual(refused.map(() => [409, 'words_left']))
  expect(refused[0]?.body.error.message).toContain('What you typed is still in this window')
  expect(record.status).toBe(200)
  expect(await filesHolding(desk.config.dataDir, bytes)).toEqual([])

  const anew = await author.get(`/drafts/${draft.body.id}`)
  expect(anew.body.form.summary).toBe('They came home; [withheld].')
  const saved = await author.put(`/drafts/${draft.body.id}`, { form: anew.body.form }, { ...(await opened(author)), ...versionOf(anew) })
  expect(saved.status).toBe(200)
})

test('a program that knows only the version from before words left overwrites neither the draft nor the proposal, nor before a first edition', async () => {
  const desk = await ready({ isPublished: false })
  const { author } = desk
  const draft = await author.post('/drafts', { kind: 'release_event', recordId: 1, form: { summary: held } })
  const body = aRelease({ title: 'Another', summary: held })
  const waiting = await propose(author, body)
  await desk.takeOut(summary)
  expect((await author.put(`/drafts/${draft.body.id}`, { form: { summary: held } }, versionOf(draft))).status).toBe(412)
  const again = await author.put(`/proposals/${waiting.body.id}`, { kind: 'release_event', reason: 'Again', body }, versionOf(waiting))
  expect(again.status).toBe(412)
  expect(await filesHolding(desk.config.dataDir, bytes)).toEqual([])
})

test('a page that was open when a person left writes their name back nowhere, one open while somebody was withheld goes on', async () => {
  const desk = await ready()
  const { author, publisher } = desk
  const first = await opened(author)
  expect((await publisher.post('/detainees/1/visibility', { visibility: 'name_withheld', reason: 'They asked' }, versionOf(await publisher.get('/detainees/1/visibility')))).status).toBe(200)
  expect(await opened(author)).toEqual(first)
  const draft = await author.post('/drafts', { kind: 'detainee', recordId: 1, form: { names: ['Іна Выдуманая'] } }, first)
  expect(draft.status).toBe(201)
  await desk.takeOut({ person: 1 })
  expect((await author.put(`/drafts/${draft.body.id}`, { form: { names: ['Іна Выдуманая'] } }, { ...first, ...versionOf(draft) })).status).toBe(409)
  expect(await filesHolding(desk.config.dataDir, [Buffer.from('Выдуманая')])).toEqual([])
})

test('a reason that says the words again, or the name, is refused by its field before it is kept', async () => {
  const { author, config } = await ready()
  const ask = (body: object, more: object) => author.post('/proposals', { ...redaction, body, ...more })
  const asked = [
    await ask({ ...summary, words: 'Zofia Wymyślona' }, { reason: 'ZOFIA, Wymyślona must not be known' }),
    await ask({ ...summary, words: 'Zofia Wymyślona' }, { comment: 'Because of Zofia Wymyślona' }),
    await ask({ person: 1 }, { reason: 'Іна Выдуманая asked us' }),
  ]
  expect(asked.map(({ status, body }) => [status, Object.keys(body.error.fields)])).toEqual([[400, ['reason']], [400, ['comment']], [400, ['reason']]])
  expect(asked[0]?.body.error.fields.reason).toContain('Say it without')
  expect(await filesHolding(config.dataDir, [Buffer.from('ZOFIA, Wymyślona must')])).toEqual([])
})
