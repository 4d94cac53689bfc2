import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Citation } from '#contract/cite.ts'
import { allEndpoints } from '#contract/registry.ts'
import { fictionalBatches } from '#seed/fictional.ts'
import { loadBatch } from '#server/register/load-batch.ts'
import { addressOf, eventFilter, randomFilter, single } from '../../support/filters.ts'
import { write } from '../../support/test-register.ts'
import { openDesk } from '../desk/support/open-desk.ts'
import { openPublic, until } from './support/open-public.ts'
import { type Traceable, enterTraceable, knownNames, traces } from './support/traceable.ts'

/*
 * Whatever view is cited, correcting a record and withholding people leaves its count and hash
 * as they were; and no byte of the name is in anything that is served or kept.
 */

const personFilter = randomFilter({
  destination: ['LT', 'PL', 'IS', 'not_stated'],
  country: ['XV', 'BV'],
  status: ['released', 'exiled', 'serving_sentence'],
  sex: ['f', 'm'],
  occupation: ['Traceable occupation', 'not_stated'],
  source: ['SRC-1', 'SRC-2'],
  named: ['yes', 'no'],
  q: ['a', 'vel', 'qqmarkava'],
}).map(({ from, to, ...filter }) => ({
  ...single(filter),
  ...(filter['named'] === undefined ? {} : { named: filter['named'].split(',')[0] ?? 'yes' }),
  ...(from === undefined ? {} : { releasedFrom: from }),
  ...(to === undefined ? {} : { arrestedTo: to }),
}))

const statistics = [
  '/',
  '/analysis',
  '/release-events',
  '/api/stats/releases',
  '/api/stats/pivot',
  '/api/stats/cumulative',
  '/api/stats/flows',
  '/api/stats/named',
  '/api/stats/links',
  '/api/stats/people',
  '/api/stats/held',
  '/api/stats/limits',
]
const ruled = new Set(['/', '/analysis', '/api/stats/releases', '/api/stats/pivot', '/api/stats/cumulative', '/api/stats/flows', '/api/stats/people'])
const rules = ['as_reported', 'named', 'at_liberty', 'taken_abroad']

/** Addresses of views under filters that choose and under those that rest on one person alone. */
const randomViews = (count: number): string[] => {
  const filters = fc.sample(fc.tuple(eventFilter, fc.constantFrom(...statistics), fc.constantFrom(...rules)), { numRuns: count, seed: 3 })
  const ofEvents = filters.map(([filter, path, rule]) => addressOf(path, ruled.has(path) ? { ...filter, rule } : filter))
  const ofPeople = fc.sample(personFilter, { numRuns: count / 3, seed: 4 }).map((filter) => addressOf('/detainees', filter))
  return [...ofEvents, ...ofPeople]
}

const certainViews = ({ id, event, source }: Traceable): string[] => [
  ...statistics.flatMap((path) => [path, `${path}?destination=IS`, `${path}?source=SRC-${source}`, `${path}?destination=not_stated`, `${path}?named=no`]),
  ...rules.flatMap((rule) => ['/', '/api/stats/releases'].map((path) => `${path}?destination=IS,LT&rule=${rule}`)),
  '/api/stats/pivot?by=sex,destination&measure=named',
  '/api/stats/people?by=occupation',
  '/release-events?q=qqmarkava',
  `/release-events/R-${event}`,
  `/release-events/R-${event}?source=${source}`,
  '/detainees',
  '/detainees?status=exiled',
  '/detainees?destination=IS',
  `/detainees/D-${id}`,
  '/destinations',
  '/destinations/IS',
  '/sanctions-actions?commodity=wood%20of%20Kkmarkov',
  '/sanctions-actions?q=qqmarkava',
  '/sources',
  '/sources?q=traceable',
  `/sources/SRC-${source}`,
  '/search?q=Qqmarkava',
  '/search?q=pardon',
]

const encodings = (text: string): Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text, 'utf16le').swap16(),
  Buffer.from(encodeURIComponent(text), 'utf8'),
  Buffer.from(encodeURIComponent(text).toLowerCase(), 'utf8'),
  Buffer.from(text.replaceAll(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`), 'utf8'),
]
const written = [...knownNames, ...traces].flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]).flatMap(encodings)
const capitalised = traces.map((text) => text.charAt(0).toUpperCase() + text.slice(1)).flatMap(encodings)

/** What of the person is in these bytes; a zip and a workbook are looked into. */
const tracesIn = (bytes: Buffer): string[] => {
  const parts = bytes.subarray(0, 2).toString() === 'PK' ? Object.values(unzipSync(bytes)).map((part) => Buffer.from(part)) : [bytes]
  return parts.flatMap((part) => [...written, ...capitalised].filter((form) => part.includes(form)).map((form) => form.toString('utf8')))
}

const formats = ['csv', 'json', 'xlsx', 'zip']
const questions = ['?destination=IS', '?status=unknown', '?named=no', '?by=destination', '?limit=200']

/** Every address of the public door, as the contract lists them, with its files and some questions. */
const addresses = ({ id, event, source }: Traceable): string[] => {
  const ids: Readonly<Record<string, readonly (string | number)[]>> = {
    detainees: [id, 1],
    'release-events': [event, 1],
    sources: [source, 1, 2],
    'sanctions-actions': [1],
    destinations: ['IS', 'LT'],
  }
  const paths = allEndpoints
    .filter(({ method, on }) => method === 'get' && (on === 'records' || on === 'edition'))
    .flatMap(({ path }) => {
      const [, noun = ''] = path.split('/')
      return path.includes(':') ? (ids[noun] ?? []).map((value) => path.replace(/:[a-z]+/, String(value))) : [path]
    })
  return paths.flatMap((path) => [path, ...formats.map((format) => `${path}.${format}`), ...questions.map((question) => `${path}${question}`)])
}

test('every citation still gives its count and hash after a correction and protections, and nothing holds a byte of the name', async () => {
  const desk = await openDesk()
  for (const batch of fictionalBatches({ detainees: 90, seed: 11 })) {
    await loadBatch(desk.register.db, { ...batch, detainees: batch.detainees.map((person) => ({ ...person, visibility: 'public' as const })) })
  }
  const person = await enterTraceable(desk.register)
  const publisher = await desk.signIn('Pia Publisher', 'publisher', 'reviewer')
  expect((await publisher.post('/publish', { note: 'The first edition' })).status).toBe(201)
  const { get, bytesOf } = await openPublic(desk)
  const cite = async (path: string): Promise<Citation | null> => {
    const answer = await get(`/api/cite?path=${encodeURIComponent(path)}`)
    // A search that finds nothing has no records to be cited by.
    if (answer.status === 400 && answer.text.includes('finds nothing')) return null
    expect(answer.status, `${path} ${answer.text}`).toBe(200)
    return Citation.parse(JSON.parse(answer.text))
  }
  const views = [...certainViews(person), ...randomViews(150)]
  const before = new Map<string, Citation>()
  for (const view of views) {
    const citation = await cite(view)
    if (citation) before.set(view, citation)
  }
  expect(before.size).toBeGreaterThan(200)
  expect([...before.values()].filter(({ records }) => records > 0).length).toBeGreaterThan(150)
  expect(before.get('/detainees?destination=IS')?.records).toBe(1)
  expect(before.get('/release-events?destination=IS')?.records).toBe(1)
  // Who cites a commodity by its words repeats them; no other citation carries a name.
  for (const [view, citation] of before) if (!view.includes('commodity')) expect(JSON.stringify(citation), view).not.toMatch(/qqmark|kkmark|ккмарк|zdzis|здзі/i)

  // While the person is public the name is in all of these, so that it is seen if it is.
  for (const taken of ['/api/detainees.csv', '/api/detainees.xlsx', '/api/edition.zip', `/api/detainees/${person.id}`, '/api/editions/1/edition.sqlite']) {
    expect(tracesIn(await bytesOf(taken)).length, taken).toBeGreaterThan(3)
  }

  // A correction, a protection at the desk, and nine people found by a publication.
  await write(desk.register, async (db) => {
    await db.updateTable('release_event').set({ title: 'A corrected title', country: 'HM' }).where('id', '=', 2).execute()
    await db.updateTable('release_count').set({ best: 4, lowest: 4, highest: 4, qualifier: 'exact' }).where('release_event_id', '=', 2).where('state', '=', 'used').where('dimension', '=', 'total').execute()
  })
  const etag = (await publisher.get(`/detainees/${person.id}/visibility`)).headers.get('etag') ?? ''
  const answer = await publisher.post(`/detainees/${person.id}/visibility`, { visibility: 'withheld', reason: 'At risk' }, { 'if-match': etag })
  expect(answer.body).toMatchObject({ state: 'complete', pending: [] })
  for (const [index, visibility] of (['name_withheld', 'withheld', 'name_withheld'] as const).entries()) {
    await write(desk.register, (db) => db.updateTable('detainee').set({ visibility }).where('id', 'in', [3, 17, 40].map((id) => id + index)).execute())
  }
  const { refusals } = (await publisher.get('/publish')).body as { refusals: { key: string }[] }
  expect(refusals.length).toBeGreaterThan(3)
  const published = await publisher.post('/publish', { note: 'The second edition', confirmed: true, blank: refusals.map(({ key }) => key) })
  expect(published.status, JSON.stringify(published.body).slice(0, 500)).toBe(201)
  await until(async () => (await get('/api/about')).text.includes('"label":"2.0"'))

  for (const [view, citation] of before) {
    const again = await cite(citation.path)
    expect({ view, path: citation.path, records: again?.records, sha256: again?.sha256 }).toEqual({
      view,
      path: citation.path,
      records: citation.records,
      sha256: citation.sha256,
    })
    expect(again?.path, view).toBe(citation.path)
    // The link opens, and a list has as many records as the citation says.
    const [page = '', query = ''] = citation.path.split('?')
    const api = page.startsWith('/api/') ? citation.path : `/api/editions/1${page}?${query.replace(/&?edition=1$/, '')}`
    if (page === '/' || page === '/analysis') continue
    const opened = await get(api)
    expect(opened.status, `${view} ${api} ${opened.text.slice(0, 200)}`).toBe(200)
    const { page: counts } = JSON.parse(opened.text) as { page?: { total: number } }
    if (counts && !page.startsWith('/api/')) expect(counts.total, view).toBe(citation.records)
  }

  for (const mount of ['/api', '/api/editions/1', '/api/editions/2']) {
    for (const address of addresses(person)) expect(tracesIn(await bytesOf(`${mount}${address}`)), `${mount}${address}`).toEqual([])
  }
  // Search and lists find nothing by the name, in any spelling; an answer may say back what was asked.
  for (const name of [...knownNames, 'Zdzisia Kkmarkova', 'Traceable']) {
    for (const mount of ['/api', '/api/editions/1']) {
      for (const list of ['detainees', 'release-events', 'sources', 'sanctions-actions']) {
        const { page } = JSON.parse((await get(`${mount}/${list}?q=${encodeURIComponent(name)}`)).text) as { page: { total: number } }
        expect(page.total, `${mount}/${list} ${name}`).toBe(0)
      }
      const found = JSON.parse((await get(`${mount}/search?q=${encodeURIComponent(name)}`)).text) as Record<string, { hits: unknown[] }>
      expect(Object.values(found).flatMap(({ hits }) => hits).filter((hit) => tracesIn(Buffer.from(JSON.stringify(hit))).length > 0), name).toEqual([])
    }
  }
  for (const address of ['/api/editions', '/api/editions/1/compare/2', '/api/editions/2/compare/1', '/api/cite?path=/&edition=1', '/api/openapi.json']) {
    expect(tracesIn(await bytesOf(address)), address).toEqual([])
  }
  const files = await readdir(desk.config.editionsDir)
  expect(files.filter((file) => file.endsWith('.sqlite')).toSorted()).toEqual([expect.stringMatching(/^edition-1\.\d+\.sqlite$/) as unknown, 'edition-2.0.sqlite'])
  for (const file of files.filter((name) => /\.(?:sqlite|json)$/.test(name))) {
    expect(tracesIn(await readFile(join(desk.config.editionsDir, file))), file).toEqual([])
  }
})
