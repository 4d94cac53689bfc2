import { type Server, request } from 'node:http'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EditionShelf } from '#server/editions/edition-shelf.ts'
import { AnswerCache } from '#server/http/answer-cache.ts'
import { addressOf, closeServer, listen } from '#server/http/listen.ts'
import { publicApp } from '#server/public-app.ts'
import { personInFront } from '#server/public-person.ts'
import { write } from '../../support/test-register.ts'
import { type PublishedRegister, publishedRegister } from './support/published-register.ts'

/*
 * A person is answered before Express is asked, and nobody can tell: the status, the head and the bytes are
 * those of the routes. The routes are asked for the same person with an empty query, which is theirs alone.
 */

const people = 60

let published: PublishedRegister
let shelf: EditionShelf
let server: Server
/** How often the routes were asked. */
let routed = 0

beforeAll(async () => {
  published = await publishedRegister({ detainees: people, seed: 9 })
  await write(published.register, async (db) => {
    await db.updateTable('detainee').set({ merged_into: 11 }).where('id', 'in', [12, 13]).execute()
    await db.updateTable('detainee').set({ visibility: 'withheld' }).where('id', '=', 20).execute()
  })
  await published.publish(1, 0)
  await published.publish(2, 0)
  shelf = new EditionShelf(join(published.folder, 'editions'))
  await shelf.refresh()
  const cache = new AnswerCache(0)
  const app = await publicApp({ clientDir: published.clientDir, publicUrl: null }, { shelf, cache, aside: null, ask: null })
  const inFront = personInFront(shelf, cache)
  server = await listen(
    (asked, response) => {
      const ask = () => {
        routed += 1
        app(asked, response)
      }
      if (!inFront(asked, response, ask)) ask()
    },
    { door: 'test', host: '127.0.0.1', port: 0 },
  )
})

afterAll(async () => {
  await closeServer(server)
  await shelf.close()
  await published.remove()
})

type Headers = Readonly<Record<string, string>>
type Got = { readonly status: number; readonly head: Readonly<Record<string, unknown>>; readonly body: string }

/** What crosses the wire, without its date. */
const askAt = (address: string, path: string, headers: Headers = {}, method = 'GET'): Promise<Got> =>
  new Promise((resolve, reject) => {
    const sent = request(`${address}${path}`, { headers, method }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      const { date: _date, ...head } = response.headers
      response.on('end', () => resolve({ status: response.statusCode ?? 0, head, body: Buffer.concat(chunks).toString('latin1') }))
    })
    sent.on('error', reject)
    sent.end()
  })

const ask = (path: string, headers?: Headers, method?: string): Promise<Got> => askAt(`${addressOf(server)}/api`, path, headers, method)

const editions = ['', '/editions/1', '/editions/2']

test('once the routes have answered one, they are not asked for a person again', async () => {
  for (const edition of editions) await ask(`${edition}/detainees/1`)
  const before = routed
  for (const edition of editions) expect((await ask(`${edition}/detainees/2`)).status).toBe(200)
  expect((await ask('/detainees/11', { 'accept-encoding': 'gzip' }, 'HEAD')).status).toBe(200)
  expect(routed).toBe(before)
})

const edition = fc.constantFrom(...editions, '/editions/3', '/editions/01', '/editions/0', '/editions/99999999999')
const id = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: people + 5 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('11', '12', '13', '20') },
  fc.constantFrom('0', '007', '-1', '1e1', '7.0', 'D-7', '%37', '7%20', '7/', '7.csv', '9007199254740993', '999999999999999', '99999999999999999999', 'none', '7%2F'),
)
const headers = fc.record(
  {
    'accept-encoding': fc.constantFrom('gzip', 'br, gzip', 'gzip;q=0', 'identity'),
    'if-none-match': fc.constantFrom('*', '"another"', 'of edition 1', 'of edition 2'),
    'cache-control': fc.constantFrom('no-cache', 'max-age=0'),
    host: fc.constantFrom('register.example', 'a_b', 'other.example:8080'),
    cookie: fc.constant('of=the desk'),
  },
  { requiredKeys: [] },
)

test('whoever is asked for and however, the status, the head and the bytes are those of the routes', async () => {
  const tags = new Map<string, string>()
  for (const number of [1, 2]) tags.set(`of edition ${number}`, String((await ask(`/editions/${number}/detainees/1`)).head['etag']))
  const method = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE')
  await fc.assert(
    fc.asyncProperty(edition, id, headers, method, async (from, whom, given, how) => {
      const tag = given['if-none-match']
      const said = { ...given, ...(tag === undefined ? {} : { 'if-none-match': tags.get(tag) ?? tag }) }
      const path = `${from}/detainees/${whom}`
      const byRoutes = await ask(`${path}?`, said, how)
      expect(await ask(path, said, how)).toEqual(byRoutes)
      // The first may have been answered by the routes, which had not told their head yet.
      expect(await ask(path, said, how)).toEqual(byRoutes)
    }),
    { numRuns: 300 },
  )
})

test('a host that the routes refuse is refused', async () => {
  for (const turn of [1, 2]) expect((await ask('/detainees/1', { host: 'a_b' })).status, `turn ${turn}`).toBe(400)
})

test('a revision is answered under its own tag at once, and whoever it took out is not there', async () => {
  expect((await ask('/editions/2/detainees/7')).status).toBe(200)
  await published.withhold(7)
  await published.publish(2, 1)
  await shelf.refresh()
  for (const from of ['', '/editions/2']) {
    expect((await ask(`${from}/detainees/7`)).status).toBe(404)
    for (const turn of [1, 2]) {
      const person = await ask(`${from}/detainees/8`)
      expect(person.head['etag'], `turn ${turn}`).toMatch(/-2\.1"$/)
      expect(person).toEqual(await ask(`${from}/detainees/8?`))
    }
  }
  expect((await ask('/editions/1/detainees/7')).status).toBe(200)
})

test.each([
  ['kept', '16'],
  ['worked out each time', '0'],
])('the door itself answers so, answers %s, and asks of a client who asks too much to wait', async (_what, megabytes) => {
  const door = await published.openDoor({ HABEAS_ANSWER_CACHE_MB: megabytes, HABEAS_REQUESTS_PER_MINUTE: '12' })
  try {
    for (const gzip of [{}, { 'accept-encoding': 'gzip' }]) {
      const byRoutes = await askAt(door.address, '/detainees/3?', gzip)
      for (let turn = 0; turn < 4; turn += 1) expect(await askAt(door.address, '/detainees/3', gzip)).toEqual(byRoutes)
    }
    let status = 200
    for (let turn = 0; turn < 1000 && status === 200; turn += 1) ({ status } = await askAt(door.address, `/detainees/${4 + (turn % 3)}`))
    expect(status).toBe(429)
  } finally {
    await door.close()
  }
})
