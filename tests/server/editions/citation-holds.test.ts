import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Citation } from '#contract/cite.ts'
import { EditionComparison } from '#contract/compare.ts'
import { foldText } from '#server/names/fold.ts'
import { nameKey } from '#server/names/key.ts'
import { verifyRegister } from '#server/register/verify.ts'
import { type Desk, openDesk } from '../desk/support/open-desk.ts'
import { write } from '../../support/test-register.ts'
import { openPublic, until } from './support/open-public.ts'

/*
 * Someone cites the first edition. Then a record is corrected, a person has to be withheld and
 * a second edition comes out: the citation gives what it gave, and the name is nowhere.
 */

const names = [
  { text: 'Zdzislava Qqmarkava', lang: 'be-Latn', script: 'Latn', kind: 'primary' },
  { text: 'Здзіслава Ққмаркава', lang: 'be', script: 'Cyrl', kind: 'primary' },
  { text: 'Qqmarkava Zdzisia', lang: 'und', script: 'Zyyy', kind: 'also_known_as' },
]
const traces = ['Qqmarkava', 'Zdzislava', 'Здзіслава', 'Ққмаркава', 'qqmarkav', foldText('Ққмаркава'), nameKey('Zdzislava Qqmarkava')]

/** A public person in every place an edition has for one, and in the texts of other records. */
const enterPerson = (desk: Desk): Promise<number> =>
  write(desk.register, async (db) => {
    const { id } = await db
      .insertInto('detainee')
      .values({ description: 'Traceable description', occupation: 'Traceable occupation', status: 'released', sex: 'f' })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const name of names) {
      await db.insertInto('detainee_name').values({ detainee_id: id, ...name, folded: foldText(name.text), name_key: nameKey(name.text) }).execute()
    }
    const source = await db
      .insertInto('source')
      .values({ title: 'Zdzislava Qqmarkava is free', url: 'https://example.org/qqmarkava-zdzislava' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const alone = await db
      .insertInto('source')
      .values({ title: 'Traceable title', url: 'https://example.org/traceable' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db.insertInto('evidence').values({ source_id: alone.id, record_table: 'detainee', record_id: id, field: 'occupation' }).execute()
    const { id: released } = await db
      .insertInto('release_person')
      .values({ release_event_id: 1, detainee_id: id, destination: 'LT', destination_state: 'arrived' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const detention = await db.insertInto('detention').values({ detainee_id: id, country: 'BY' }).returning('id').executeTakeFirstOrThrow()
    await db.insertInto('charge').values({ detention_id: detention.id, article: 'Traceable article' }).execute()
    for (const on of [{ record_table: 'release_person', record_id: released }, { record_table: 'detainee', record_id: id }]) {
      await db
        .insertInto('evidence')
        .values({ source_id: source.id, ...on, field: 'destination', quote: 'Qqmarkava’s family met her', quote_start: 0, quote_end: 26 })
        .execute()
    }
    await db.updateTable('release_event').set({ summary: 'Among them was Zdzislava Qqmarkava.' }).where('id', '=', 1).execute()
    await db.insertInto('event_note').values({ release_event_id: 1, kind: 'reaction', text: 'Friends of Qqmarkavy were there.' }).execute()
    return id
  })

/** What staff do before they publish: the texts that name her are written anew. */
const rewriteTexts = (desk: Desk): Promise<void> =>
  write(desk.register, async (db) => {
    await db.updateTable('release_event').set({ summary: 'Some were met at the border.', title: 'A corrected title' }).where('id', '=', 1).execute()
    await db.updateTable('event_note').set({ text: 'Friends were there.' }).where('text', 'like', '%Qqmarkavy%').execute()
  })

const bytesHold = async (file: string, text: string): Promise<boolean> => {
  const bytes = await readFile(file)
  return (['utf8', 'utf16le'] as const).some((encoding) => bytes.includes(Buffer.from(text, encoding)))
}

const openCiting = async (desk: Desk) => {
  const { get } = await openPublic(desk)
  const cite = async (path: string): Promise<Citation> => {
    const answer = await get(`/api/cite?path=${encodeURIComponent(path)}`)
    expect(answer.status, answer.text).toBe(200)
    return Citation.parse(JSON.parse(answer.text))
  }
  return { get, cite }
}

const lists = ['release-events', 'detainees', 'destinations', 'sanctions-actions', 'sources']
const crawled = (id: number): string[] => [
  ...lists.flatMap((list) => [`/${list}?limit=200`.replace('destinations?limit=200', 'destinations'), `/${list}.csv`, `/${list}.json`]),
  '/stats/overview',
  '/stats/releases?by=destination',
  '/facets/detainees',
  '/facets/release-events',
  '/release-events/1',
  `/detainees/${id}`,
  '/detainees?q=Qqmarkava',
  '/destinations/LT',
  '/about',
]

test('a citation still gives the same count and hash after a correction and a protection, and the name is nowhere', async () => {
  const desk = await openDesk({ seeded: true })
  const id = await enterPerson(desk)
  const publisher = await desk.signIn('Pia Publisher', 'publisher', 'reviewer')
  expect((await publisher.post('/publish', { note: 'The first edition' })).status).toBe(201)
  const { get, cite } = await openCiting(desk)

  const views = [
    '/',
    '/release-events',
    '/release-events?destination=LT&sort=-reported',
    '/release-events/1',
    '/detainees',
    '/detainees?q=Qqmarkava',
    '/detainees?status=released&named=yes',
    `/detainees/D-${id}`,
    '/destinations',
    '/sanctions-actions?authority=US',
    '/sources',
    '/api/stats/releases?by=year&split=destination',
  ]
  const before = await Promise.all(views.map(cite))
  const found = before[views.indexOf('/detainees?q=Qqmarkava')]
  expect(found).toMatchObject({ records: 1, path: `/detainees?id=${id}&edition=1`, title: '1 detainee, found by a search' })
  for (const citation of before) expect(JSON.stringify(citation)).not.toMatch(/qqmarkav/i)
  expect((await get(`/api/editions/1/detainees?id=${id}`)).text).toContain('Qqmarkava')

  const seen = await publisher.get(`/detainees/${id}/visibility`)
  expect(seen.body).toMatchObject({ visibility: 'public', state: 'complete' })
  const etag = { 'if-match': seen.headers.get('etag') ?? '' }
  const wanted = { visibility: 'withheld', reason: 'Asked for by the family' }
  await rewriteTexts(desk)
  expect((await publisher.post(`/detainees/${id}/visibility`, { ...wanted, reason: 'Qqmarkava asked' }, etag)).status).toBe(400)
  const answer = await publisher.post(`/detainees/${id}/visibility`, wanted, etag)
  expect(answer.body).toMatchObject({ visibility: 'withheld', state: 'complete', pending: [] })
  expect((await publisher.post(`/detainees/${id}/visibility`, wanted, etag)).status).toBe(412)
  expect((await publisher.post('/publish', { note: 'The second edition', confirmed: true })).status).toBe(201)
  await until(async () => (await get('/api/about')).text.includes('"label":"2.0"'))

  for (const [index, citation] of before.entries()) {
    const { records, sha256, edition, newestEdition } = await cite(citation.path)
    expect({ view: views[index], records, sha256 }).toEqual({ view: views[index], records: citation.records, sha256: citation.sha256 })
    expect([edition.label, newestEdition]).toEqual(['1.1', 2])
    // The link gives as many records as the citation says.
    if (!citation.path.startsWith('/detainees?')) continue
    const { page } = JSON.parse((await get(`/api/editions/1${citation.path.replace(/[?&]edition=1/, '')}`)).text) as { page: { total: number } }
    expect(page.total).toBe(citation.records)
  }

  for (const mount of ['/api', '/api/editions/1', '/api/editions/2']) {
    for (const path of crawled(id)) {
      const { text } = await get(`${mount}${path}`)
      for (const trace of [...traces, 'Traceable']) expect(text.toLowerCase().includes(trace.toLowerCase()), `${mount}${path}: ${trace}`).toBe(false)
    }
  }
  // What told of her alone keeps its number, and says that it was withheld and not that nobody stated it.
  const { data: emptied } = JSON.parse((await get('/api/editions/1/sources?limit=200')).text) as { data: { title: string | null; published: { basis: string } }[] }
  expect(emptied.filter(({ published }) => published.basis === 'withheld').map(({ title }) => title)).toEqual([null, null])
  expect((await get(`/api/editions/1/detainees/${id}`)).status).toBe(200)
  expect((await get(`/api/editions/2/detainees/${id}`)).status).toBe(404)

  const files = await readdir(desk.config.editionsDir, { recursive: true })
  expect(files.filter((file) => file.endsWith('.sqlite')).toSorted()).toEqual(['edition-1.1.sqlite', 'edition-2.0.sqlite'])
  for (const file of files.filter((name) => /\.(?:sqlite|json)$/.test(name))) {
    for (const trace of [...traces, 'Traceable']) expect(await bytesHold(join(desk.config.editionsDir, file), trace), `${file}: ${trace}`).toBe(false)
  }

  const compared = await get('/api/editions/1/compare/2')
  const comparison = EditionComparison.parse(JSON.parse(compared.text))
  expect(comparison.protections).toEqual([{ reason: 'withheld', first: 1, second: 0 }])
  expect(comparison.headlines.find(({ headline }) => headline === 'named')).toMatchObject({ bars: [{ reason: 'protected', change: -1, records: 1 }] })
  expect(compared.text).not.toMatch(new RegExp(`qqmarkav|D-${id}"`, 'i'))
  const events = comparison.kinds.find(({ kind }) => kind === 'release_event')
  expect(events?.corrected.records.map(({ ref }) => ref)).toEqual(['R-1'])
  expect(events?.corrected.records[0]?.changes).toContainEqual(
    expect.objectContaining({ field: 'title', after: 'A corrected title' }),
  )

  const { findings } = await verifyRegister(desk.register.raw, desk.config)
  expect(findings).toEqual([])
  const kept = await desk.register.db.selectFrom('edition').select(['number', 'revision', 'sha256']).orderBy('id').execute()
  expect(kept.map(({ number, revision }) => `${number}.${revision}`)).toEqual(['1.0', '1.1', '2.0'])
  const listed = JSON.parse((await get('/api/editions')).text) as { data: { label: string; earlier: unknown }[] }
  expect(listed.data.find(({ label }) => label === '1.1')?.earlier).toEqual([{ label: '1.0', sha256: kept[0]?.sha256 }])
})

test('an edition that names someone in a text alone, before they had a record, is rewritten too', async () => {
  const desk = await openDesk({ seeded: true })
  const publisher = await desk.signIn('Pia Publisher', 'publisher')
  await write(desk.register, (db) =>
    db.updateTable('release_event').set({ summary: 'The lawyer of Z. Qqmarkava said so.' }).where('id', '=', 2).execute(),
  )
  await publisher.post('/publish', { note: 'Brings news of Zdzislava Qqmarkava' })
  await write(desk.register, (db) => db.updateTable('release_event').set({ summary: null }).where('id', '=', 2).execute())
  const id = await enterPerson(desk)
  await publisher.post('/publish', { note: 'The second edition', confirmed: true })
  const version = (await publisher.get(`/detainees/${id}/visibility`)).headers.get('etag') ?? ''
  const wanted = { visibility: 'withheld', reason: 'At risk' }
  const answer = await publisher.post(`/detainees/${id}/visibility`, wanted, { 'if-match': version })
  expect(answer.body).toMatchObject({ state: 'complete' })
  const files = (await readdir(desk.config.editionsDir)).filter((file) => /\.(?:sqlite|json)$/.test(file))
  expect(files.toSorted()).toEqual(['edition-1.1.sqlite', 'edition-2.1.sqlite', 'editions.json'])
  for (const file of files) {
    for (const trace of traces) expect(await bytesHold(join(desk.config.editionsDir, file), trace), `${file}: ${trace}`).toBe(false)
  }
})

test('publishing brings the kept editions in line first, however a person came to be withheld', async () => {
  const desk = await openDesk({ seeded: true })
  const id = await enterPerson(desk)
  const publisher = await desk.signIn('Pia Publisher', 'publisher')
  await publisher.post('/publish', { note: 'The first edition' })
  await rewriteTexts(desk)
  await write(desk.register, (db) => db.updateTable('detainee').set({ visibility: 'name_withheld' }).where('id', '=', id).execute())
  expect((await publisher.get(`/detainees/${id}/visibility`)).body).toMatchObject({ state: 'pending', pending: ['1.0'] })
  expect((await publisher.post('/publish', { note: 'The second edition', confirmed: true })).status).toBe(201)
  expect((await publisher.get(`/detainees/${id}/visibility`)).body).toMatchObject({ state: 'complete' })
  const files = (await readdir(desk.config.editionsDir)).filter((file) => file.endsWith('.sqlite'))
  expect(files.toSorted()).toEqual(['edition-1.1.sqlite', 'edition-2.0.sqlite'])
  const { get } = await openPublic(desk)
  const comparison = EditionComparison.parse(JSON.parse((await get('/api/editions/1/compare/2')).text))
  expect(comparison.protections).toEqual([{ reason: 'name_withheld', first: 1, second: 0 }])
})

test('a protection is pending for as long as a public process has the old file open', async () => {
  const desk = await openDesk({ seeded: true })
  const publisher = await desk.signIn('Pia Publisher', 'publisher')
  await publisher.post('/publish', { note: 'The first edition' })
  const { ReaderNote } = await import('#server/editions/readers.ts')
  const reader = new ReaderNote(desk.config.editionsDir)
  reader.say(['1.0'])
  const version = (await publisher.get('/detainees/1/visibility')).headers.get('etag') ?? ''
  const answer = await publisher.post('/detainees/1/visibility', { visibility: 'name_withheld', reason: 'At risk' }, { 'if-match': version })
  expect(answer.body).toMatchObject({ state: 'pending', pending: ['1.0'] })
  expect(await readdir(desk.config.editionsDir)).toContain('edition-1.0.sqlite')
  reader.say([])
  expect((await publisher.get('/detainees/1/visibility')).body).toMatchObject({ visibility: 'name_withheld', state: 'complete', pending: [] })
  expect(await readdir(desk.config.editionsDir)).not.toContain('edition-1.0.sqlite')
  reader.withdraw()
})
