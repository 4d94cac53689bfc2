import { cp, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportFormats } from '#contract/exports.ts'
import { allEndpoints } from '#contract/registry.ts'
import { readConfig } from '#server/config.ts'
import { editionFile, readEditionIndex, writeEditionIndex } from '#server/editions/edition-index.ts'
import { startPublic } from '#server/public.ts'
import { type EditionDoor, editionDoor } from '../../support/edition-door.ts'

/*
 * The public door over an edition that is large: what may take long is answered by readers. The same
 * records in a small edition are answered by the door itself.
 */

const publicUrl = 'https://register.example.org'
type Door = Pick<EditionDoor, 'address' | 'close'>

let folder: string
let small: Door
let large: Door

/** So many bytes that the edition counts as large, and nothing else. */
const padding = 'CREATE TABLE padding (bytes BLOB) STRICT; INSERT INTO padding VALUES (zeroblob(17000000));'

/** Whoever reads the links of releases to sanctions never comes to an end. */
const endlessLinks = `ALTER TABLE release_sanction RENAME TO kept_links;
  CREATE VIEW release_sanction AS SELECT * FROM kept_links
    WHERE (WITH RECURSIVE later(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM later) SELECT max(n) FROM later) > 0;`

/** The door over a copy of the small edition that was changed like this. */
const openChanged = async (name: string, change: string, answerSeconds: number): Promise<Door> => {
  const config = readConfig({ HABEAS_DATA_DIR: join(folder, name), PORT: '0', DESK_PORT: '0', HABEAS_ANSWER_SECONDS: String(answerSeconds) })
  await cp(join(folder, 'small', 'editions'), config.editionsDir, { recursive: true })
  const [edition] = await readEditionIndex(config.editionsDir)
  if (!edition) throw new Error('There is no edition to change')
  const path = editionFile(config.editionsDir, edition)
  const file = new Database(path)
  file.exec(change)
  file.close()
  await writeEditionIndex(config.editionsDir, [{ ...edition, bytes: (await stat(path)).size }])
  const door = await startPublic({ ...config, clientDir: join(folder, 'small', 'client'), publicUrl })
  return { address: `${door.address}/api`, close: door.close }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-readers-'))
  small = await editionDoor(join(folder, 'small'), { detainees: 200, seed: 11, publicUrl })
  large = await openChanged('large', padding, 60)
})

afterAll(async () => {
  await Promise.all([small.close(), large.close()])
  await rm(folder, { recursive: true, force: true })
})

const ask = async ({ address }: Door, path: string, init?: RequestInit) => {
  const response = await fetch(`${address}${path}`, init)
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !['date', 'keep-alive', 'connection', 'transfer-encoding', 'content-length'].includes(name)))
  return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) }
}

/** What says how large the file itself is, and small questions with an address of their own. */
const other = /^\/edition\.sqlite|^\/exports\/edition|^\/editions$|^\/about$/

const paths = [
  ...allEndpoints
    .filter(({ on, path, exports: files }) => on !== 'desk' && !other.test(path) && !(files && path.includes(':')))
    .flatMap(({ path, exports: files }) => [path, ...(files ? exportFormats.map((format) => `${path}.${format}`) : [])])
    .map((path) => path.replace(':id', '1').replace(':code', 'LT')),
  '/search?q=al',
  '/detainees?q=a&limit=3',
  '/detainees?releasedFrom=2020-01-01&sort=-released',
  '/facets/detainees?q=a',
  '/stats/people?by=article',
  '/cite?path=/detainees%3Fstatus%3Dreleased',
  '/editions/1/stats/held',
  '/editions/1/compare/1',
  '/editions/1/detainees.csv?status=released',
  '/stats/held?from=tomorrow',
  '/detainees.csv?limit=3',
  '/search',
]

test('a reader answers a question as the door would, head and body', { timeout: 60_000 }, async () => {
  for (const path of paths) {
    const [byDoor, byReader] = [await ask(small, path), await ask(large, path)]
    expect(byReader.status, path).toBe(byDoor.status)
    expect(byReader.headers, path).toEqual(byDoor.headers)
    expect(byReader.body.equals(byDoor.body), path).toBe(true)
  }
})

test('what a reader has answered is kept by the door; who has it already is told so', { timeout: 60_000 }, async () => {
  const first = await ask(large, '/stats/people?by=sex')
  expect((await ask(large, '/stats/people?by=sex')).body.equals(first.body)).toBe(true)
  for (const path of ['/stats/people?by=sex', '/detainees.csv']) {
    const tag = (await ask(large, path)).headers['etag'] ?? ''
    expect((await ask(large, path, { headers: { 'if-none-match': tag, 'cache-control': 'max-age=0' } })).status, path).toBe(304)
    expect(await ask(large, path, { method: 'HEAD' }), path).toMatchObject({ status: 200, body: Buffer.alloc(0) })
  }
})

test('a question without an end is stopped, and neither small nor long ones of others wait for it', { timeout: 120_000 }, async () => {
  const endless = await openChanged('endless', padding + endlessLinks, 10)
  // Every reader is there before: what is measured is who waits for whom.
  await Promise.all(['/stats/people', '/stats/held', '/sources.csv', '/detainees.zip'].map((path) => ask(endless, path)))
  let isOver = false
  const long = ask(endless, '/stats/links').finally(() => {
    isOver = true
  })
  const questions = ['/detainees?limit=1', '/facets/detainees', '/stats/people?by=occupation', '/detainees.csv?status=released']
  const others = await Promise.all(questions.map((path) => ask(endless, path)))
  expect(others.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(isOver).toBe(false)
  const { status, headers } = await long
  expect([status, headers['retry-after'], headers['etag'], headers['cache-control']]).toEqual([503, '60', undefined, 'no-store'])
  expect((await ask(endless, '/stats/held?by=year')).status).toBe(200)
  await endless.close()
})
