import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { foldText } from '#server/names/fold.ts'
import { nameKey } from '#server/names/key.ts'
import { removeSuperseded } from '#server/editions/superseded.ts'
import { makeBackup } from '#server/register/backup/make-backup.ts'
import { restoreBackup } from '#server/register/backup/restore-backup.ts'
import { openRegister } from '#server/register/open.ts'
import { takeListedOut } from '#server/register/redaction/take-listed-out.ts'
import { readRedactedIds } from '#server/register/redacted-ids.ts'
import { verifyFile } from '#server/register/verify-file.ts'
import { verifyRegister } from '#server/register/verify.ts'
import { enterPerson } from '#tests/support/enter-people.ts'
import { temporaryFolder, write } from '#tests/support/test-register.ts'
import type { Client } from './support/client.ts'
import { openDesk } from './support/open-desk.ts'
import { completed, filesHolding, openDoor } from './support/redacting.ts'
import { aRelease, enter, propose, review } from './support/release.ts'

const names = ['Іна Выдуманая', 'Ina Vydumanaya', 'Ina Vydumanja']
/** Every way in which the bytes of the name could stand somewhere. */
const traces = [...names, ...names.map((name) => foldText(name)), ...names.map((name) => nameKey(name)), 'Vydumanaya', 'Выдуманая', 'vydumanaya', encodeURIComponent('Выдуманая'), 'Vydumanja']
const bytes = traces.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])

const article = 'On the first of March twelve prisoners walked out, among them Ina Vydumanaya, now in Riga.'

/** A person in every place where something is kept of one, one edition published, and somebody else who stays. */
const ready = async () => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor')
  const publisher = await desk.signIn('Pia Publisher', 'publisher', 'reviewer')
  const other = await desk.signIn('Oda Other', 'publisher', 'reviewer')
  await write(desk.register, (db) => enterPerson(db, { names: ['Пётр Іншы'], occupation: 'baker' }))
  const event = await enter(author, publisher, aRelease({ summary: 'Ina Vydumanaya and eleven others' }))
  expect(event).toBe(1)
  const person = 2
  await author.post('/captures', { mediaType: 'text/plain', content: Buffer.from(article).toString('base64'), address: 'https://example.org/ina-vydumanaya' })
  await author.post('/drafts', { kind: 'release_event', form: { title: 'Выдуманая is free', rows: [{ quote: article }] } })
  await write(desk.register, async (db) => {
    const name = { detainee_id: person, lang: 'und', script: 'Latn', folded: '', name_key: '' }
    await db.insertInto('detainee_name').values({ ...name, text: 'Ina Vydumanja', kind: 'misspelt' }).execute()
    await db.updateTable('detainee').set({ description: 'Ina V., a teacher', birth_edtf: '1990', birth_earliest: '1990-01-01', birth_latest: '1990-12-31', birth_basis: 'stated' }).where('id', '=', person).execute()
  })
  await write(desk.register, (db) => db.updateTable('detainee_name').set({ text: 'Ina Vydumanaya', folded: 'ina vydumanaya' }).where('text', '=', 'Ina Vydumanja').execute())
  const raw = desk.register.raw
  raw.prepare(`INSERT INTO proposal_comment (proposal_id, author_id, text, made_at) SELECT id, author_id, 'Is this the Vydumanaya of 2021?', '2026' FROM proposal LIMIT 1`).run()
  raw.prepare(`INSERT INTO desk_fact (detainee_id, kind, text, recorded_at, recorded_by) VALUES (?, 'health', 'A private fact', '2026', 'x')`).run(person)
  raw.prepare(`INSERT INTO duplicate_verdict (a_id, b_id, reason, author, made_at) VALUES (1, 2, 'Vydumanaya is a woman', 'x', '2026')`).run()
  expect((await publisher.post('/publish', { note: 'The first edition' })).status).toBe(201)
  return { ...desk, author, publisher, other, person }
}

const filesWithTraces = (dataDir: string) => filesHolding(dataDir, bytes)

const proposeRedaction = (by: Client, person: number) =>
  propose(by, { person }, { kind: 'redaction', changeKind: 'redaction', reason: 'At their own request' })

test('not one byte of a redacted name is left in the register, its log, any edition, capture, draft, export or answer, though a reader was open', async () => {
  const desk = await ready()
  const door = await openDoor(desk)
  expect(await (await fetch(`${door.address}/api/detainees`)).text()).toContain('Выдуманая')
  expect((await filesWithTraces(desk.config.dataDir)).length).toBeGreaterThan(1)
  const counts = (await desk.publisher.get('/stats/overview')).body

  const proposal = await proposeRedaction(desk.author, desk.person)
  expect((await review(desk.publisher, proposal)).status).toBe(200)
  const done = await completed(desk.publisher)
  expect(done).toMatchObject({ person: desk.person, inTheWay: [] })

  expect(await filesWithTraces(desk.config.dataDir)).toEqual([])
  for (const path of ['/detainees', '/detainees.csv', '/detainees/2', '/release-events/1', '/release-events.json', '/sources', '/search?q=bakery', '/editions', '/editions/1/detainees']) {
    const text = await (await fetch(`${door.address}/api${path}`)).text()
    for (const trace of traces) expect(text.includes(trace), `${path} ${trace}`).toBe(false)
  }
  for (const path of ['/detainees', '/detainees/2', '/release-events/1', '/release-events/1/write', '/release-events/1/history', '/proposals', '/proposals/1', '/history/detainee/2', '/drafts', '/captures/1']) {
    const { body } = await desk.author.get(path)
    for (const trace of traces) expect(JSON.stringify(body).includes(trace), `${path} ${trace}`).toBe(false)
  }
  // Counts and numbers stay, and so does everyone else.
  expect((await desk.publisher.get('/stats/overview')).body).toEqual(counts)
  expect((await desk.publisher.get('/release-events/1')).body.people).toHaveLength(1)
  expect((await desk.publisher.get('/detainees/1')).body.names[0].text).toBe('Пётр Іншы')
  expect(desk.register.raw.prepare('SELECT COUNT(*) AS n FROM desk_fact').get()).toEqual({ n: 0 })

  const verification = await verifyRegister(desk.register.raw, { editionsDir: desk.config.editionsDir })
  expect(verification.findings).toEqual([])
  expect(verification.redacted).toBeGreaterThan(5)
  expect(await readRedactedIds(desk.config.redactedIdsFile)).toMatchObject([{ act: 'person', id: desk.person }])
})

test('a redaction is approved by a publisher who did not write it, and by nobody else', async () => {
  const desk = await ready()
  const reviewer = await desk.signIn('Rita Reviewer', 'reviewer')
  const own = await proposeRedaction(desk.publisher, desk.person)
  expect((await review(desk.publisher, own)).status).toBe(403)
  expect((await review(reviewer, own)).status).toBe(403)
  expect(() => desk.register.raw.prepare(`UPDATE proposal SET state = 'approved', decided_by = author_id, decided_at = '2026', changeset_id = 1 WHERE kind = 'redaction'`).run()).toThrow('a second person must approve')
  expect((await review(desk.other, own)).status).toBe(200)
  await completed(desk.publisher)
})

test('what a redaction will touch is listed first, by place and without the name', async () => {
  const desk = await ready()
  const { body, status } = await desk.author.get('/detainees/2/redaction')
  expect(status).toBe(200)
  expect(body).toMatchObject({ person: 2, names: 3, editions: ['1.0'] })
  expect(body.texts).toContainEqual({ record: 'R-1', page: '/release-events/1', field: 'summary', whole: true })
  expect(body.desk.map(({ place }: { place: string }) => place)).toEqual(expect.arrayContaining(['Proposals and drafts', 'Kept texts of sources', 'Comments on proposals']))
  expect(body.history).toBeGreaterThan(3)
  for (const name of names) expect(JSON.stringify(body)).not.toContain(name)
})

test('a redaction waits while somebody still reads the register as it was, and says so', async () => {
  const desk = await ready()
  const { openForReading } = await import('#server/db/sqlite.ts')
  const reader = openForReading(join(desk.config.dataDir, 'register.sqlite'))
  const rows = reader.raw.prepare('SELECT * FROM detainee_name').iterate()
  rows.next()
  await review(desk.publisher, await proposeRedaction(desk.author, desk.person))
  for (;;) {
    const [pending] = (await desk.publisher.get('/redactions')).body.data
    expect(pending.state).toBe('pending')
    if (pending.inTheWay.join(' ').includes('as it was')) break
    await setTimeout(200)
  }
  rows.return?.()
  await reader.close()
  await completed(desk.publisher)
  expect(await filesWithTraces(desk.config.dataDir)).toEqual([])
})

test('an older backup is brought in line with the list before anyone opens it', async () => {
  const desk = await ready()
  const restored = await temporaryFolder()
  await desk.register.raw.backup(join(restored, 'register.sqlite'))
  execFileSync('cp', ['-r', desk.config.editionsDir, restored])
  await review(desk.publisher, await proposeRedaction(desk.author, desk.person))
  await completed(desk.publisher)
  expect(await filesWithTraces(restored)).toHaveLength(2)

  const register = await openRegister(restored)
  const editionsDir = join(restored, 'editions')
  const listed = await readRedactedIds(desk.config.redactedIdsFile)
  await takeListedOut(register, editionsDir, listed)
  await removeSuperseded(editionsDir)
  expect((await verifyRegister(register.raw, { editionsDir })).findings).toEqual([])
  await register.close()
  expect(await filesWithTraces(restored)).toEqual([])
})

test('a backup made before a redaction is restored without a byte of the name, and verifies', async () => {
  const desk = await ready()
  const { file } = await makeBackup(desk.register.raw, desk.config)
  await review(desk.publisher, await proposeRedaction(desk.author, desk.person))
  await completed(desk.publisher)

  const restored = readConfig({ HABEAS_DATA_DIR: await temporaryFolder(), HABEAS_REDACTED_IDS: desk.config.redactedIdsFile })
  await restoreBackup(file, [], restored)
  expect(await filesWithTraces(restored.dataDir)).toEqual([])
  expect((await verifyFile(restored)).findings).toEqual([])
  expect((await verifyRegister(desk.register.raw, { editionsDir: desk.config.editionsDir })).findings).toEqual([])
})

test('whoever is withheld is on the list that a restore goes by, and so is the way back', async () => {
  const desk = await ready()
  for (const visibility of ['withheld', 'public']) {
    const { headers } = await desk.publisher.get('/detainees/2/visibility')
    const answer = await desk.publisher.post('/detainees/2/visibility', { visibility, reason: 'For a test' }, { 'if-match': headers.get('etag') ?? '' })
    expect(answer.status).toBe(200)
  }
  expect(await readRedactedIds(desk.config.redactedIdsFile)).toMatchObject([
    { act: 'visibility', id: 2, visibility: 'withheld' },
    { act: 'visibility', id: 2, visibility: 'public' },
  ])
})
