import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedTables } from '#server/editions/published-columns.ts'
import { packagedTables } from '#server/features/downloads/tables.ts'
import { type EditionDoor, editionDoor } from '../../support/edition-door.ts'
import { type ReadPackage, problemsOf, readPackage } from '../../support/read-package.ts'

/*
 * Packages of tables, and the file of an edition, as a researcher takes them from the public door.
 */

let folder: string
let door: EditionDoor

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-package-'))
  door = await editionDoor(folder, { detainees: 300, seed: 5 })
})

afterAll(async () => {
  await door.close()
  await rm(folder, { recursive: true, force: true })
})

const take = async (path: string): Promise<Uint8Array> => {
  const response = await fetch(`${door.address}${path}`)
  expect(response.status, path).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

const rowsOf = (read: ReadPackage, table: string) => read.tables.get(table)?.rows ?? []
const textOf = (read: ReadPackage, file: string) => new TextDecoder().decode(read.files[file])

test.each([
  '/release-events.zip',
  '/release-events.zip?destination=LT,not_stated&from=2010-01-01',
  '/release-events.zip?source=SRC-1',
  '/release-events.zip?q=nothingofthekind',
  '/detainees.zip?status=released',
  '/detainees.zip?sex=f&named=yes',
  '/edition.zip',
  '/editions/1/edition.zip',
])('%s holds what its datapackage.json says, with no key that leads nowhere', async (path) => {
  const read = readPackage(await take(path))
  expect(problemsOf(read).slice(0, 10)).toEqual([])
  expect(Object.keys(read.files).toSorted()).toEqual(
    ['LICENSE.txt', 'README.md', 'datapackage.json', 'view.json', ...[...read.tables.values()].map(({ described }) => described.path)].toSorted(),
  )
})

test('the package of a view is the list and all that hangs on its records, and nothing of the others', async () => {
  const read = readPackage(await take('/release-events.zip?destination=LT'))
  const list = (await (await fetch(`${door.address}/release-events.json?destination=LT`)).json()) as { data: { id: number; ref: string }[] }
  expect(rowsOf(read, 'release-events').map((row) => row['ref'])).toEqual(list.data.map((row) => row.ref))
  const events = new Set(list.data.map(({ id }) => String(id)))
  expect(new Set(rowsOf(read, 'release_event').map((row) => row['id']))).toEqual(events)
  for (const table of ['release_count', 'release_person', 'release_sanction', 'event_note']) {
    expect(rowsOf(read, table).filter((row) => !events.has(row['release_event_id'] ?? '')), table).toEqual([])
  }
  const whole = readPackage(await take('/edition.zip'))
  for (const table of ['release_count', 'release_person', 'event_note']) {
    const theirs = rowsOf(whole, table).filter((row) => events.has(row['release_event_id'] ?? ''))
    expect(rowsOf(read, table).map((row) => row['id']).toSorted(), table).toEqual(theirs.map((row) => row['id']).toSorted())
  }
  const people = new Set(rowsOf(read, 'release_person').map((row) => row['detainee_id']))
  expect(rowsOf(read, 'detainee').length).toBeGreaterThanOrEqual(people.size)
  const claims = new Set(rowsOf(read, 'release_count').map((row) => row['id']))
  const ofClaims = rowsOf(read, 'evidence').filter((row) => row['record_table'] === 'release_count')
  expect(ofClaims.length).toBeGreaterThan(0)
  expect(ofClaims.filter((row) => !claims.has(row['record_id']))).toEqual([])
})

test('the package of an edition has every row that the edition counts', async () => {
  const read = readPackage(await take('/edition.zip'))
  const { data } = (await (await fetch(`${door.address}/editions`)).json()) as { data: { counts: Record<string, number> }[] }
  const counts = data[0]?.counts ?? {}
  for (const { name } of packagedTables) expect(rowsOf(read, name).length, name).toBe(counts[name])
})

test('a package says what it is: sentence, query, edition, licence and every column', async () => {
  const read = readPackage(await take('/release-events.zip?country=XV&from=2015-01-01'))
  const view = JSON.parse(textOf(read, 'view.json')) as Record<string, unknown>
  expect(view).toMatchObject({
    rows: rowsOf(read, 'release-events').length,
    query: 'country=XV&from=2015-01-01',
    edition: '1.0',
    permanent: `${door.address}/editions/1/release-events.zip?country=XV&from=2015-01-01`,
    licence: { name: 'CC-BY-4.0' },
  })
  expect(view['sentence']).toMatch(/^\d+ release events from .* since January 2015$/)
  expect(read.document.title).toBe(view['sentence'])
  expect(read.document.licenses[0]?.path).toBe('https://creativecommons.org/licenses/by/4.0/')
  const readme = textOf(read, 'README.md')
  expect(readme).toContain('This register is invented')
  for (const { described } of read.tables.values()) {
    for (const { name, description } of described.schema.fields) {
      expect(readme, `${described.name}.${name}`).toContain(`| \`${name}\` |`)
      expect(readme).toContain(description)
    }
  }
  expect(textOf(read, 'LICENSE.txt')).toContain('Attribution 4.0 International Public License')
})

test('the dictionary describes every column that is published, but for the text made for searching', () => {
  const described = Object.fromEntries(packagedTables.map(({ name, columns }) => [name, columns.map((column) => column.name).toSorted()]))
  const published = Object.fromEntries(
    Object.entries(publishedTables).map(([name, { columns, guarded = {} }]) => [
      name,
      [...columns, ...Object.keys(guarded)].filter((column) => !['folded', 'name_key'].includes(column)).toSorted(),
    ]),
  )
  expect(described).toEqual(published)
})

test('the same edition gives the same package, byte by byte', async () => {
  const hashes = await Promise.all([1, 2].map(async () => createHash('sha256').update(await take('/detainees.zip?sex=f')).digest('hex')))
  expect(hashes[0]).toBe(hashes[1])
})

test('a search word goes into no name of a file', async () => {
  for (const path of ['/detainees.csv?q=vel', '/detainees.zip?q=vel', '/detainees.xlsx?q=vel']) {
    const response = await fetch(`${door.address}${path}`)
    expect(response.headers.get('content-disposition')).toMatch(/filename=habeas-1-0-detainees\.(csv|zip|xlsx)$/)
    await response.body?.cancel()
  }
})

test('the SQLite file of an edition comes whole or in ranges, under the hash that the list of editions names', async () => {
  const response = await fetch(`${door.address}/editions/1/edition.sqlite`)
  expect(response.headers.get('content-type')).toBe('application/vnd.sqlite3')
  expect(response.headers.get('content-disposition')).toContain('habeas-edition-1.0.sqlite')
  const bytes = new Uint8Array(await response.arrayBuffer())
  const digest = createHash('sha256').update(bytes).digest()
  expect(digest.toString('hex')).toBe(door.sha256)
  expect(response.headers.get('repr-digest')).toBe(`sha-256=:${digest.toString('base64')}:`)
  const tag = response.headers.get('etag') ?? ''
  const part = await fetch(`${door.address}/edition.sqlite`, { headers: { range: 'bytes=0-15', 'if-range': tag } })
  expect([part.status, await part.text()]).toEqual([206, 'SQLite format 3\u0000'])
  const again = await fetch(`${door.address}/edition.sqlite`, { headers: { 'if-none-match': tag, 'cache-control': 'max-age=0' } })
  expect(again.status).toBe(304)
  const { files } = (await (await fetch(`${door.address}/exports/edition`)).json()) as { files: { format: string; bytes: number }[] }
  expect(files.find(({ format }) => format === 'sqlite')?.bytes).toBe(bytes.length)
  const zip = files.find(({ format }) => format === 'zip')?.bytes ?? 0
  const taken = (await take('/edition.zip')).length
  expect(Math.abs(zip / taken - 1), `${zip} ${taken}`).toBeLessThan(0.3)
})

test('someone who has the file already is told so, and a look at its head makes none', async () => {
  for (const path of ['/detainees.csv', '/detainees.zip', '/detainees.xlsx']) {
    const head = await fetch(`${door.address}${path}`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    const tag = head.headers.get('etag') ?? ''
    const again = await fetch(`${door.address}${path}`, { headers: { 'if-none-match': tag, 'cache-control': 'max-age=0' } })
    expect(again.status, path).toBe(304)
  }
})
