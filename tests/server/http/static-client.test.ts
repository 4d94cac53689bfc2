import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packAssets } from '#server/cli/pack-assets.ts'
import { addressOf, closeServer, listen } from '#server/http/listen.ts'
import { staticClient } from '#server/http/static-client.ts'

const script = `export const words = ${JSON.stringify('each value with its source '.repeat(200))}\n`

let clientDir: string
let server: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  clientDir = await mkdtemp(join(tmpdir(), 'habeas-pages-'))
  await mkdir(join(clientDir, 'assets'))
  await mkdir(join(clientDir, 'public'))
  await writeFile(join(clientDir, 'public/index.html'), '<!doctype html><title>Habeas</title>')
  await writeFile(join(clientDir, 'assets/public-a1.js'), script)
  await writeFile(join(clientDir, 'assets/small-b2.js'), 'export {}\n')
  await packAssets(join(clientDir, 'assets'))
  const app = express()
  app.use(await staticClient(clientDir, 'public'))
  server = await listen(app, { door: 'test door', host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await closeServer(server)
  await rm(clientDir, { recursive: true })
})

/** The answer as it crosses the wire: nothing here unpacks it. */
const ask = (path: string, encodings: string): Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }> =>
  new Promise((resolve, reject) => {
    get(addressOf(server) + path, { headers: { 'accept-encoding': encodings } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }))
    }).on('error', reject)
  })

test.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['identity', undefined, (body: Buffer) => body],
] as const)('a script goes out packed as the browser takes it: %s', async (taken, packed, unpack) => {
  const { status, headers, body } = await ask('/assets/public-a1.js', taken)
  expect(status).toBe(200)
  expect(headers['content-encoding']).toBe(packed)
  expect(headers['content-type']).toMatch(/^text\/javascript\b/)
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(headers['vary']).toBe('Accept-Encoding')
  expect(unpack(body).toString()).toBe(script)
})

test('a file of one packet is not packed', async () => {
  const { headers, body } = await ask('/assets/small-b2.js', 'br, gzip')
  expect(headers['content-encoding']).toBeUndefined()
  expect(body.toString()).toBe('export {}\n')
})

test('a file that is not there is no page', async () => {
  expect((await ask('/assets/none-c3.js', 'br, gzip')).status).toBe(404)
  expect((await ask('/assets/..%2fpublic%2findex.html', 'br, gzip')).status).toBeGreaterThanOrEqual(400)
})
