import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PublishedRegister, publishedRegister } from './support/published-register.ts'

/*
 * Answers that are kept say the same as answers worked out: before, during and after a publication,
 * and never what a revision took away.
 */

let published: PublishedRegister
let address: string
let close: () => Promise<void>

beforeAll(async () => {
  published = await publishedRegister({ detainees: 200, seed: 5 })
  await published.publish(1, 0)
  ;({ address, close } = await published.openDoor())
})

afterAll(async () => {
  await close()
  await published.remove()
})

type Got = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: Buffer }

/** Nothing unpacked, no header added: what crosses the wire. */
const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Got> =>
  new Promise((resolve, reject) => {
    const sent = request(`${address}${path}`, { headers, method }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }))
    })
    sent.on('error', reject)
    sent.end()
  })

const withoutDay = ({ date: _date, ...headers }: Got['headers']): Got['headers'] => headers

test('the second answer is the first, head and body', async () => {
  for (const path of ['/stats/overview', '/release-events/3', '/editions/1/detainees?limit=3']) {
    const [first, second] = [await ask(path), await ask(path)]
    expect(second.status).toBe(200)
    expect(second.body.equals(first.body), path).toBe(true)
    expect(withoutDay(second.headers)).toEqual(withoutDay(first.headers))
    expect(second.headers['content-security-policy']).toContain("default-src 'none'")
  }
})

test('a reader who takes gzip gets the same bytes packed, and one who does not gets them plain', async () => {
  const plain = await ask('/stats/overview')
  const packed = await ask('/stats/overview', { 'accept-encoding': 'br, gzip' })
  expect(packed.headers['content-encoding']).toBe('gzip')
  expect(packed.body.length).toBeLessThan(plain.body.length / 2)
  expect(await (await fetch(`${address}/stats/overview`)).text()).toBe(plain.body.toString())
  expect((await ask('/stats/overview', { 'accept-encoding': 'gzip;q=0' })).headers['content-encoding']).toBeUndefined()
  expect(plain.headers['vary']).toBe('Accept-Encoding')
})

test('whoever has an answer is told so, packed or plain; whoever asks for it anew gets it', async () => {
  const tag = String((await ask('/stats/overview', { 'accept-encoding': 'gzip' })).headers['etag'])
  const again = await ask('/stats/overview', { 'if-none-match': tag })
  expect(again.status).toBe(304)
  expect(again.body.length).toBe(0)
  expect((await ask('/stats/overview', { 'if-none-match': tag, 'cache-control': 'no-cache' })).status).toBe(200)
  expect((await ask('/stats/overview', { 'if-none-match': '"another"' })).status).toBe(200)
})

test('a question for the head alone gets the length and no body', async () => {
  const whole = await ask('/release-events/2')
  for (const turn of ['asked first', 'kept']) {
    const head = await ask('/release-events/2', {}, 'HEAD')
    expect(head.body.length, turn).toBe(0)
    expect(head.headers['content-length'], turn).toBe(String(whole.body.length))
  }
})

test('a refusal is not kept and carries no tag of an edition that it does not rest on', async () => {
  for (const turn of [1, 2]) expect((await ask('/release-events?colour=red')).status, `turn ${turn}`).toBe(400)
  expect((await ask('/release-events/999999', { 'if-none-match': '*' })).status).toBe(404)
})

const questions = ['/stats/overview', '/release-events?limit=5', '/stats/releases?by=country', '/facets/release-events', '/stats/pivot?by=country']

const editionOf = ({ headers }: Got): string => /-(\d+)\.\d+"$/.exec(String(headers['etag']))?.[1] ?? ''

test('while an edition is published, every answer is whole of the one or the other, and then of the new one', async () => {
  const before = await Promise.all(questions.map((path) => ask(path)))
  await published.correct()
  const done = { publishing: false }
  const during: (Got & { path: string })[] = []
  const readers = questions.map(async (path) => {
    while (!done.publishing || editionOf(await ask(path)) !== '2') during.push({ path, ...(await ask(path)) })
  })
  await published.publish(2, 0)
  done.publishing = true
  await Promise.all(readers)
  for (const [index, path] of questions.entries()) {
    const [first, second] = [await ask(`/editions/1${path}`), await ask(`/editions/2${path}`)]
    expect(before[index]?.body.equals(first.body), path).toBe(true)
    expect((await ask(path)).body.equals(second.body), path).toBe(true)
    expect(first.body.equals(second.body), path).toBe(false)
    for (const answer of during.filter((one) => one.path === path)) {
      expect(answer.body.equals(editionOf(answer) === '1' ? first.body : second.body), path).toBe(true)
    }
  }
})

test('what a revision took away is not answered any more, by nothing that was kept', async () => {
  const path = '/editions/2/detainees/7'
  expect((await ask(path)).status).toBe(200)
  expect((await ask('/detainees/7')).status).toBe(200)
  await published.withhold(7)
  await published.publish(2, 1)
  await expect.poll(async () => (await ask(path)).status).toBe(404)
  expect((await ask('/detainees/7')).status).toBe(404)
  // The first edition was not revised here: what it says is its own.
  expect((await ask('/editions/1/detainees/7')).status).toBe(200)
})
