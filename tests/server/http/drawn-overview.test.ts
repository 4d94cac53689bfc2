import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AnswerCache, type Basis } from '#server/http/answer-cache.ts'
import { drawnOverview } from '#server/http/drawn-overview.ts'
import { addressOf, closeServer, listen } from '#server/http/listen.ts'
import { pageFor } from '#server/http/static-client.ts'

/*
 * What the door does with a drawing, whatever it is: each test builds a client whose drawing it knows.
 */

let clientDir: string
const open: (() => Promise<void>)[] = []

beforeEach(async () => {
  clientDir = await mkdtemp(join(tmpdir(), 'habeas-drawn-'))
  await mkdir(join(clientDir, 'public'))
  await mkdir(join(clientDir, 'page'))
  await writeFile(join(clientDir, 'public/index.html'), '<!doctype html><title>Plain</title><div id="root"></div>')
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()))
  await rm(clientDir, { recursive: true })
})

const drawing = (code: string) => writeFile(join(clientDir, 'page/draw-page.js'), code)

const door = async ({ bytes = 1_000_000, basisNow = () => edition }: { bytes?: number; basisNow?: () => Basis | null } = {}) => {
  const cache = new AnswerCache(bytes)
  const app = express()
  const failures: unknown[] = []
  let asked = 0
  const ask = async (address: string) => {
    asked += 1
    return { address, words: '</script><b>$&' }
  }
  app.get('/', await drawnOverview(clientDir, cache, { basisNow, ask, failed: (error) => failures.push(error) }))
  app.use(await pageFor(clientDir, 'public'))
  const server = await listen((request, response) => cache.answer(request, response) || app(request, response), { door: 'test door', host: '127.0.0.1', port: 0 })
  open.push(() => closeServer(server))
  return { get: (path: string, headers = {}) => fetch(addressOf(server) + path, { headers }), failures, asked: () => asked }
}

const edition: Basis = { label: '1.0', etag: '"0.1.0-1.0"' }
const drawsOne = `export const drawPage = async (address, ask) => ({ html: '<p>Drawn</p>', answers: [['/api/about', await ask('/api/about')]] })`

test('the drawn page holds the answers it was drawn from, whatever stands in them, and is drawn once', async () => {
  await drawing(drawsOne)
  const { get, asked } = await door()
  const first = await get('/')
  const text = await first.text()
  expect(text).toContain('<div id="root"><p>Drawn</p></div>')
  const [, embedded = ''] = /<script type="application\/json" id="answers">(.*)<\/script>$/.exec(text) ?? []
  expect(embedded).not.toContain('<')
  expect(JSON.parse(embedded)).toEqual([['/api/about', { address: '/api/about', words: '</script><b>$&' }]])
  expect(await (await get('/')).text()).toBe(text)
  expect(asked()).toBe(1)
  const tag = first.headers.get('etag') ?? ''
  expect((await get('/', { 'if-none-match': tag, 'cache-control': 'max-age=0' })).status).toBe(304)
})

test('another build has another tag', async () => {
  await drawing(drawsOne)
  const before = (await (await door()).get('/')).headers.get('etag')
  await writeFile(join(clientDir, 'public/index.html'), '<!doctype html><title>Anew</title><div id="root"></div>')
  expect((await (await door()).get('/')).headers.get('etag')).not.toBe(before)
})

test.each([
  ['cannot be drawn', `export const drawPage = async () => { throw new Error('no') }`, {}, '/', 1],
  ['takes too long to draw', 'export const drawPage = () => new Promise(() => undefined)', {}, '/', 0],
  ['has no edition under it', drawsOne, { basisNow: () => null }, '/', 0],
  ['would not be kept', drawsOne, { bytes: 0 }, '/', 0],
  ['is asked for under a filter', drawsOne, {}, '/?destination=LT', 0],
])('the plain page comes where the overview %s', async (_what, code, options, path, failed) => {
  await drawing(code)
  const { get, failures } = await door(options)
  const answer = await get(path)
  expect(await answer.text()).toContain('<div id="root"></div>')
  expect(answer.headers.get('etag') ?? '').not.toContain('1.0')
  expect(failures).toHaveLength(failed)
})

test('a page drawn while the edition changed is not answered', async () => {
  let label = '1.0'
  await drawing(drawsOne.replace("await ask('/api/about')", "(await ask('/api/about'), await new Promise((done) => setTimeout(done, 200)))"))
  const { get } = await door({ basisNow: () => ({ label, etag: `"0.1.0-${label}"` }) })
  const answer = get('/')
  await expect.poll(() => new Promise((done) => setTimeout(done, 50, true))).toBe(true)
  label = '1.1'
  expect(await (await answer).text()).toContain('<div id="root"></div>')
})
