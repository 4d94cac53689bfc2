import { expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { makeBackup } from '#server/register/backup/make-backup.ts'
import { restoreBackup } from '#server/register/backup/restore-backup.ts'
import { readRedactedIds } from '#server/register/redacted-ids.ts'
import { verifyFile } from '#server/register/verify-file.ts'
import { verifyRegister } from '#server/register/verify.ts'
import { enterPerson } from '#tests/support/enter-people.ts'
import { temporaryFolder, write } from '#tests/support/test-register.ts'
import type { Client } from './support/client.ts'
import { openDesk } from './support/open-desk.ts'
import { completed, filesHolding, openDoor } from './support/redacting.ts'
import { aRelease, enter, propose, review } from './support/release.ts'

/* "His sister" is what must not be known: it stands in a summary, a quote, and wherever these came from. */

const words = 'his sister Zofia Wymyślona paid the fine'
const traces = [words, words.toUpperCase(), 'Zofia Wymyślona', 'ZOFIA WYMYŚLONA', 'zofia wymyslona', encodeURIComponent('Wymyślona')]
const bytes = traces.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])
const article = 'On the first of March twelve prisoners walked out;\nhis sister\n  Zofia Wymyślona paid the fine, neighbours say.'
const quote = 'twelve prisoners walked out; his sister Zofia Wymyślona paid the fine'

const ready = async () => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor')
  const publisher = await desk.signIn('Pia Publisher', 'publisher', 'reviewer')
  const release = aRelease({ summary: `They came home. It is said that ${words}. Nobody else was named.` })
  const [count] = release.counts ?? []
  if (!count) throw new Error('the invented release has counts')
  await enter(author, publisher, { ...release, counts: [{ ...count, evidence: [{ source: 's1', quote }] }] })
  await author.post('/captures', { mediaType: 'text/plain', content: Buffer.from(article).toString('base64'), address: 'https://example.org/released' })
  await author.post('/drafts', { kind: 'release_event', form: { title: 'Twelve are free', rows: [{ quote: article }], note: `${words} and "more"` } })
  desk.register.raw.prepare(`INSERT INTO proposal_comment (proposal_id, author_id, text, made_at) SELECT id, author_id, ?, '2026' FROM proposal LIMIT 1`).run(`Should it say that ${words}?`)
  expect((await publisher.post('/publish', { note: 'The first edition' })).status).toBe(201)
  return { ...desk, author, publisher }
}

const textsOf = async (by: Client, path: string) => (await by.get(`${path}/texts`)).body.data as { table: string; id: number; field: string; text: string }[]

const summary = { record: 'R-1', table: 'release_event', id: 1, field: 'summary', words }

const proposeWords = (by: Client, body: unknown) => propose(by, body, { kind: 'redaction', changeKind: 'redaction', reason: 'It endangers somebody' })

test('words that leave are in no byte of the register, its log, any edition, capture, draft or answer, and what stood around them stays', async () => {
  const desk = await ready()
  const door = await openDoor(desk)
  expect((await filesHolding(desk.config.dataDir, bytes)).length).toBeGreaterThan(1)

  const proposal = await proposeWords(desk.author, summary)
  expect(proposal.body.changes[0].after).toBe('They came home. It is said that [withheld]. Nobody else was named.')
  expect((await review(desk.publisher, proposal)).status).toBe(200)
  expect(await completed(desk.publisher)).toMatchObject({ person: null, text: { record: 'R-1', page: '/release-events/1', field: 'summary' }, inTheWay: [] })

  expect(await filesHolding(desk.config.dataDir, bytes)).toEqual([])
  const pages = ['/release-events/1', '/editions/1/release-events/1', '/search?q=sister']
  for (const path of pages) {
    const text = await (await fetch(`${door.address}/api${path}`)).text()
    for (const trace of traces) expect(text.includes(trace), `${path} ${trace}`).toBe(false)
  }
  for (const path of ['/release-events/1', '/release-events/1/history', '/release-events/1/texts', '/proposals', '/proposals/1', '/proposals/2', '/drafts', '/captures/1', '/redactions']) {
    const { body } = await desk.author.get(path)
    for (const trace of traces) expect(JSON.stringify(body).includes(trace), `${path} ${trace}`).toBe(false)
  }
  const event = (await desk.publisher.get('/release-events/1')).body
  expect(event.summary).toBe('They came home. It is said that [withheld]. Nobody else was named.')
  expect(event.evidence.map((one: { quote: string | null }) => one.quote)).toContain('twelve prisoners walked out; [withheld]')
  expect(event.people).toHaveLength(1)
  expect((await (await fetch(`${door.address}/api/editions/1/release-events/1`)).json()).summary).toBe(event.summary)

  const verification = await verifyRegister(desk.register.raw, { editionsDir: desk.config.editionsDir })
  expect(verification.findings).toEqual([])
  expect(verification.redacted).toBeGreaterThan(1)
  const listed = await readRedactedIds(desk.config.redactedIdsFile)
  expect(listed).toMatchObject([{ act: 'value', table: 'release_event', id: 1, field: 'summary', count: 7 }])
})

test('what taking words out will touch is listed first, by place, without the words, and with what goes whole', async () => {
  const desk = await ready()
  const written = `${words}: example.org/${encodeURIComponent(words)}`
  await write(desk.register, (db) => db.updateTable('release_person').set({ restrictions: written }).where('release_event_id', '=', 1).execute())
  const { body, status } = await desk.author.post('/redactions/preview', summary)
  expect(status).toBe(200)
  expect(body.texts).toContainEqual({ record: 'R-1', page: '/release-events/1', field: 'summary', whole: false })
  expect(body.texts).toContainEqual({ record: 'R-1', page: '/release-events/1', field: 'quote', whole: false })
  expect(body.texts).toContainEqual({ record: 'R-1', page: '/release-events/1', field: 'restrictions', whole: true })
  expect(body).toMatchObject({ names: 0, editions: ['1.0'] })
  expect(body.desk.map(({ place }: { place: string }) => place)).toEqual(expect.arrayContaining(['Proposals and drafts', 'Kept texts of sources', 'Comments on proposals']))
  expect(JSON.stringify(body)).not.toContain('Zofia')
})

test('words are taken out of a name, a quote and an address as well', async () => {
  const desk = await ready()
  await write(desk.register, (db) => enterPerson(db, { names: ['Пётр Іншы', 'Piotr Inshy'], occupation: 'baker of the Third Street' }))
  await write(desk.register, (db) => db.updateTable('source').set({ url: 'https://example.org/zofia-wymyslona' }).where('id', '=', 1).execute())
  const name = (await textsOf(desk.author, '/detainees/2')).find(({ text }) => text === 'Piotr Inshy')
  const url = (await textsOf(desk.author, '/sources/1')).find(({ field }) => field === 'url')
  for (const [record, chosen, gone] of [['D-2', name, 'Piotr Inshy'], ['SRC-1', url, 'zofia-wymyslona']] as const) {
    const proposal = await proposeWords(desk.author, { record, table: chosen?.table, id: chosen?.id, field: chosen?.field, words: gone })
    expect((await review(desk.publisher, proposal)).status).toBe(200)
    await completed(desk.publisher)
    expect(await filesHolding(desk.config.dataDir, [Buffer.from(gone)])).toEqual([])
  }
  expect((await desk.publisher.get('/detainees/2')).body.names.map(({ text }: { text: string }) => text)).toEqual(['Пётр Іншы'])
  expect((await desk.publisher.get('/sources/1')).body.url).toBeNull()
  expect((await verifyRegister(desk.register.raw, { editionsDir: desk.config.editionsDir })).findings).toEqual([])
})

test('words that are not in the text, that name somebody else, or that stand everywhere are refused with what to do', async () => {
  const desk = await ready()
  const refused = async (more: object) => {
    const answer = await desk.author.post('/redactions/preview', { ...summary, ...more })
    return [answer.status, answer.body.error?.fields?.words]
  }
  expect(await refused({ words: 'words that nobody wrote' })).toEqual([400, expect.stringContaining('not in that text')])
  expect(await refused({ record: 'R-2' })).toEqual([400, expect.stringContaining('not in that text')])
  expect(await refused({ table: 'account_user', field: 'email' })).toEqual([400, expect.stringContaining('not in that text')])
  expect(await refused({ words: 'his' })).toEqual([400, expect.stringContaining('6 letters')])
  const name = (await textsOf(desk.author, '/detainees/1')).find(({ table }) => table === 'detainee_name')
  expect(await refused({ record: 'D-1', table: 'detainee_name', id: name?.id, field: 'text', words: name?.text })).toEqual([400, expect.stringContaining('only name')])
  await write(desk.register, (db) => db.updateTable('release_event').set({ summary: 'Іна Выдуманая is free' }).where('id', '=', 1).execute())
  expect(await refused({ words: 'Выдуманая' })).toEqual([400, expect.stringContaining('D-1 has a name')])
})

test('taking words out is approved by a publisher who did not propose it', async () => {
  const desk = await ready()
  const own = await proposeWords(desk.publisher, summary)
  expect((await review(desk.publisher, own)).status).toBe(403)
  expect((await review(await desk.signIn('Rita Reviewer', 'reviewer'), own)).status).toBe(403)
})

test('a backup made before words left is restored without a byte of them, and verifies', async () => {
  const desk = await ready()
  const { file } = await makeBackup(desk.register.raw, desk.config)
  await review(desk.publisher, await proposeWords(desk.author, summary))
  await completed(desk.publisher)
  const restored = readConfig({ HABEAS_DATA_DIR: await temporaryFolder(), HABEAS_REDACTED_IDS: desk.config.redactedIdsFile })
  await restoreBackup(file, [], restored)
  expect(await filesHolding(restored.dataDir, bytes)).toEqual([])
  expect((await verifyFile(restored)).findings).toEqual([])
})
