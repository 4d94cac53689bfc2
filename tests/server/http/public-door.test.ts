import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ErrorBody } from '#contract/common.ts'
import { exportFormats } from '#contract/exports.ts'
import { allEndpoints } from '#contract/registry.ts'
import { readConfig } from '#server/config.ts'
import { prepareData } from '#server/prepare-data.ts'
import { startPublic } from '#server/public.ts'

/*
 * The public door as a stranger meets it, over the seed's first edition.
 */

let folder: string
let address: string
let close: () => Promise<void>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-door-'))
  const places = readConfig({ HABEAS_DATA_DIR: join(folder, 'data') })
  await prepareData(places)
  // The public process runs where there is no register: only the editions are here.
  const editionsDir = join(folder, 'elsewhere', 'editions')
  await mkdir(editionsDir, { recursive: true })
  for (const file of ['edition-1.0.sqlite', 'editions.json']) await copyFile(join(places.editionsDir, file), join(editionsDir, file))
  const clientDir = join(folder, 'client')
  for (const entry of ['public', 'desk', 'embed', 'assets']) await mkdir(join(clientDir, entry), { recursive: true })
  await writeFile(join(clientDir, 'public', 'index.html'), '<!doctype html><title>A page</title>')
  await writeFile(join(clientDir, 'embed', 'index.html'), '<!doctype html><title>A chart</title>')
  const door = await startPublic({ ...readConfig({ HABEAS_DATA_DIR: join(folder, 'elsewhere'), PORT: '0', DESK_PORT: '0' }), clientDir })
  address = door.address
  close = door.close
})

afterAll(async () => {
  await close()
  await rm(folder, { recursive: true, force: true })
})

const get = (path: string, init?: RequestInit) => fetch(`${address}${path}`, init)

describe('bad input is answered in the one error shape', () => {
  test.each([
    ['an unknown parameter', '/api/release-events?colour=red', 400, 'colour'],
    ['a day that does not exist', '/api/release-events?from=2023-02-30', 400, 'from'],
    ['a reversed range', '/api/release-events?from=2025-01-01&to=2024-01-01', 400, 'to'],
    ['an unknown country', '/api/release-events?country=QQ', 400, 'country'],
    ['a limit that is not a number', '/api/release-events?limit=many', 400, 'limit'],
    ['a limit beyond 200', '/api/release-events?limit=201', 400, 'limit'],
    ['a cursor that is not ours', '/api/release-events?cursor=abc', 400, 'cursor'],
    ['a cursor of another list', `/api/release-events?cursor=${Buffer.from('["name","x",1]').toString('base64url')}`, 400, 'cursor'],
    ['an export with pages', '/api/release-events.csv?limit=5', 400, 'limit'],
    ['a chart split by what it is by', '/api/stats/releases?by=basis&split=basis', 400, 'split'],
    ['an id that is not one', '/api/release-events/abc', 400, 'id'],
    ['an unknown id', '/api/release-events/999999', 404, null],
    ['an id of another kind', '/api/release-events/D-1', 400, 'id'],
    ['an unknown address', '/api/nothing-here', 404, null],
    ['an unknown edition', '/api/editions/99/release-events', 404, null],
    ['a broken percent sign', '/api/release-events/%E0%A4%A', 400, null],
    ['an empty search', '/api/detainees?q=', 400, 'q'],
    ['a search of 10,000 letters', `/api/detainees?q=${'a'.repeat(7000)}`, 400, 'q'],
  ])('%s', async (_what, path, status, field) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    const { error } = ErrorBody.parse(await response.json())
    expect(error.message.length).toBeGreaterThan(10)
    if (field !== null) expect(Object.keys(error.fields ?? {})).toContain(field)
  })

  test('an address of 10,000 Cyrillic letters gets its page, and from the API the one error shape', async () => {
    const q = encodeURIComponent('ы'.repeat(10_000))
    const page = await get(`/search?q=${q}`)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toContain('text/html')
    const answer = await get(`/api/search?q=${q}`)
    expect(answer.status).toBe(400)
    expect(ErrorBody.parse(await answer.json()).error.message.length).toBeGreaterThan(10)
  })

  test('an address of 100,000 letters is refused and the door stays open', async () => {
    const response = await get(`/api/detainees?q=${'a'.repeat(100_000)}`)
    expect([400, 414, 431]).toContain(response.status)
    expect((await get('/api/health')).status).toBe(200)
  })

  test('bytes that are not HTTP do not close the door', async () => {
    await new Promise<void>((resolve) => {
      const socket = createConnection(Number(new URL(address).port), '127.0.0.1', () => socket.end('\u0000\u0001 nonsense\r\n\r\n'))
      socket.on('data', () => undefined).on('close', () => resolve())
    })
    expect((await get('/api/health')).status).toBe(200)
  })
})

test('the public door writes nothing: every method but GET and HEAD is turned away', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    expect((await get('/api/release-events', { method })).status).toBe(404)
  }
})

test('an answer carries the tag of its edition, and the same tag gets a 304 without a body', async () => {
  const first = await get('/api/release-events?limit=2')
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^"\d+\.\d+\.\d+-1\.0"$/)
  const again = await get('/api/release-events?limit=2', { headers: { 'if-none-match': tag, 'cache-control': 'max-age=0' } })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  expect(await (await get('/api/release-events?limit=2')).text()).toBe(await first.text())
})

test('a refused question carries no tag and is not kept', async () => {
  const response = await get('/api/release-events?limit=0')
  expect(response.headers.get('etag')).toBeNull()
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('a pinned edition answers as the latest does while it is the latest', async () => {
  for (const path of ['/stats/overview', '/release-events', '/detainees/1', '/release-events.csv']) {
    const [latest, pinned] = await Promise.all([get(`/api${path}`), get(`/api/editions/1${path}`)])
    expect(await pinned.text()).toBe(await latest.text())
    expect(pinned.status).toBe(200)
  }
})

test('the door says that it answers, and that it is ready once an edition is open', async () => {
  const empty = await startPublic({ ...readConfig({ HABEAS_DATA_DIR: join(folder, 'nothing-yet'), PORT: '0', DESK_PORT: '0' }), clientDir: join(folder, 'client') })
  const before = await fetch(`${empty.address}/api/ready`)
  expect([before.status, before.headers.get('retry-after'), (await fetch(`${empty.address}/api/health`)).status]).toEqual([503, '2', 200])
  await empty.close()
  const ready = await get('/api/ready')
  expect([await ready.json(), ready.headers.get('cache-control'), ready.headers.get('etag')]).toEqual([{ status: 'ready' }, 'no-store', null])
})

test('a cookie of the desk on the same host makes no difference', async () => {
  const [plain, withCookie] = await Promise.all([
    get('/api/stats/overview'),
    get('/api/stats/overview', { headers: { cookie: 'habeas-desk.session_token=x' } }),
  ])
  const stable = (response: Response) => [...response.headers].filter(([name]) => name !== 'date')
  expect(stable(withCookie)).toEqual(stable(plain))
  expect(await withCookie.text()).toBe(await plain.text())
})

test('every page and answer has the strict policy and says nothing of the server', async () => {
  for (const path of ['/', '/release-events', '/api/stats/overview', '/api/docs', '/api/nothing']) {
    const { headers } = await get(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('server')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  }
})

test('a chart may be framed by any page and stays as strict in everything else; nothing else may be framed', async () => {
  const policyOf = async (path: string) => {
    const { headers } = await get(path)
    const directives = (headers.get('content-security-policy') ?? '').split(';')
    return { headers, frames: directives.filter((one) => one.startsWith('frame-ancestors')), others: directives.filter((one) => !one.startsWith('frame-ancestors')) }
  }
  const page = await policyOf('/')
  const chart = await policyOf('/embed/time?destination=LT')
  expect(chart.frames).toEqual(['frame-ancestors *'])
  expect(chart.others).toEqual(page.others)
  expect(chart.headers.get('x-frame-options')).toBeNull()
  for (const path of ['/', '/analysis', '/embedded', '/api/stats/overview', '/api/docs']) {
    const { headers, frames } = await policyOf(path)
    expect(frames, path).toEqual(["frame-ancestors 'none'"])
    expect(headers.get('x-frame-options'), path).not.toBeNull()
  }
  expect(await (await get('/embed/time')).text()).toContain('A chart')
})

/** Addresses that answer no empty question. */
const mustBeAsked: Readonly<Record<string, string>> = { '/api/search': '?q=a', '/api/cite': '?path=/release-events' }

test('OpenAPI lists every public endpoint of the contract, nothing of the desk, and answers what it lists', async () => {
  const document = (await (await get('/api/openapi.json')).json()) as { openapi: string; paths: Record<string, unknown> }
  expect(document.openapi).toBe('3.1.0')
  const expected = allEndpoints
    .filter((endpoint) => endpoint.on !== 'desk')
    .flatMap(({ path, exports }) => [path, ...(exports ? exportFormats.map((format) => `${path}.${format}`) : [])])
    .map((path) => `/api${path.replaceAll(/:([a-z]+)/g, '{$1}')}`)
  expect(Object.keys(document.paths).toSorted()).toEqual(expected.toSorted())
  for (const path of expected) {
    const query = mustBeAsked[path] ?? ''
    const concrete = path.replace(/\{(?:id|a|b|number)\}/g, '1').replace('{code}', 'LT') + query
    expect((await get(concrete)).status, concrete).toBe(200)
  }
})

test('an export is a spreadsheet file with a byte order mark, labels and a stable address', async () => {
  const response = await get('/api/release-events.csv?country=BY')
  expect(response.headers.get('content-disposition')).toContain('habeas-1-0-release-events-from-belarus.csv')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf])
  const [header, first] = new TextDecoder().decode(bytes).split('\r\n')
  expect(header).toContain('basis_label')
  expect(first).toContain(`${address}/release-events/`)
})
