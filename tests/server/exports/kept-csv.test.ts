import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DetaineeSort, listDetainees } from '#contract/detainees.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { RecordFile } from '#server/db/record-file.ts'
import type { Records } from '#server/db/records.ts'
import { editionRecords } from '#server/db/indexed-search.ts'
import type { Register } from '#server/db/register.ts'
import { type Opened, openForReading } from '#server/db/sqlite.ts'
import { reviseEdition } from '#server/editions/revise.ts'
import { detaineeList } from '#server/features/detainees/detainees.export.ts'
import { csvOf } from '#server/http/export/csv.ts'
import { allRows } from '#server/http/export/serve-exports.ts'
import { walk } from '#server/http/export/walk.ts'
import { writeChangeset } from '#server/register/changeset.ts'
import { addressOf, randomFilter, single } from '../../support/filters.ts'
import { registerAndEdition } from '../../support/read-api.ts'

/*
 * An edition keeps the lines of people as its CSV has them. Whatever is asked, the file is the same
 * byte for byte as one that is written of the tables.
 */

let folder: string
let opened: Opened<Records>
let edition: RecordFile
const site = 'https://register.example.org'
const link = (path: string): string => `${site}${path}`

/** People with texts that need care in a CSV, and some who were entered twice. */
const change = (register: Opened<Register>): Promise<unknown> =>
  register.db.transaction().execute((db) =>
    writeChangeset(db, { kind: 'merge', author: 'A reviewer', reason: 'Entered twice' }, async (open) => {
      for (const [id, kept] of [[20, 10], [21, 10], [50, 150]] as const) {
        await open.updateTable('detainee').set({ merged_into: kept }).where('id', '=', id).execute()
      }
      const texts = ['=1+1', 'She said "no", then left', 'two\nlines', 'Кравец; «кравчиха»', '@here', 'two\r\nlines', '-1']
      for (const [at, description] of texts.entries()) {
        await open.updateTable('detainee').set({ description, occupation: description }).where('id', '=', 30 + at).execute()
      }
    }),
  )

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-kept-csv-'))
  const made = await registerAndEdition(folder, { detainees: 300, seed: 17, change })
  await made.register.close()
  opened = made.edition
  edition = editionRecords(opened.db)
})

afterAll(async () => {
  await opened.close()
  await rm(folder, { recursive: true, force: true })
})

const queryOf = (given: Record<string, string>) => listDetainees.query.parse(given)

const bytesOf = async (chunks: AsyncIterable<Uint8Array | string>): Promise<string> => {
  const parts: Buffer[] = []
  for await (const chunk of chunks) parts.push(Buffer.from(chunk))
  return Buffer.concat(parts).toString('latin1')
}

const kept = async (file: RecordFile, given: Record<string, string>): Promise<string | null> => {
  const chunks = await detaineeList(file).keptCsv?.(queryOf(given), link)
  return chunks ? bytesOf(chunks) : null
}

/** Page after page, as the list itself is read. */
const written = (file: RecordFile, given: Record<string, string>): Promise<string> => {
  const { columns, find } = detaineeList(file)
  return bytesOf(csvOf(columns, walk(({ cursor }) => find(queryOf(given), { limit: 90, cursor })), link))
}

/** Written of the rows that are looked for once. */
const writtenAtOnce = (file: RecordFile, given: Record<string, string>): Promise<string> => {
  const list = detaineeList(file)
  return bytesOf(csvOf(list.columns, allRows(list, queryOf(given)), link))
}

const filters = fc
  .tuple(
    randomFilter({
      destination: ['LT', 'PL', 'UA', 'not_stated'],
      country: ['XV', 'BV', 'HM'],
      status: ['released', 'serving_sentence', 'detained_pretrial'],
      sex: ['f', 'm', 'not_stated'],
      occupation: ['Journalist', 'not_stated'],
      named: ['yes', 'no'],
      id: ['D-3', '20', 'D-33', '210', '999'],
      q: ['a', 'vel', 'no'],
      source: ['SRC-1', 'SRC-3'],
    }).map(single),
    fc.constantFrom('released', 'arrested'),
    fc.constantFrom(...DetaineeSort.options),
  )
  .map(([{ from, to, named, ...filter }, dated, sort]): Record<string, string> => ({
    ...filter,
    ...(named === undefined ? {} : { named: named.split(',')[0] ?? '' }),
    ...(from === undefined ? {} : { [`${dated}From`]: from }),
    ...(to === undefined ? {} : { [`${dated}To`]: to }),
    sort,
  }))

test('for any filter and order, the CSV of kept lines is the one written of the rows, byte for byte', async () => {
  const told = { kept: 0, lines: 0 }
  await fc.assert(
    fc.asyncProperty(filters, async (given) => {
      const [byLines, byRows] = [await kept(edition, given), await written(edition, given)]
      expect(await writtenAtOnce(edition, given), addressOf('', given)).toBe(byRows)
      // What one source says of releases is in no line.
      expect(byLines === null, addressOf('', given)).toBe('source' in given)
      if (byLines !== null) expect(byLines, addressOf('', given)).toBe(byRows)
      told.kept += byLines === null ? 0 : 1
      told.lines += byRows.split('\r\n').length - 2
    }),
    { numRuns: 150 },
  )
  expect(told.kept).toBeGreaterThan(60)
  expect(told.lines).toBeGreaterThan(500)
})

const changed = async (name: string, statements: string): Promise<RecordFile> => {
  const path = join(folder, name)
  await copyFile(join(folder, 'edition.sqlite'), path)
  const raw = new Database(path)
  raw.exec(statements)
  raw.close()
  return editionRecords(openForReading<Records>(path).db)
}

test('lines in a form that this program does not write, and editions without lines, are passed over', async () => {
  const whole = await written(edition, { sort: 'id' })
  for (const [name, statements] of [
    ['other-form.sqlite', "UPDATE person_line SET before = 'another form' WHERE id = 0"],
    ['no-lines.sqlite', 'DROP TABLE person_line'],
  ] as const) {
    const file = await changed(name, statements)
    expect(await kept(file, { sort: 'id' }), name).toBe(null)
    expect(await writtenAtOnce(file, { sort: 'id' }), name).toBe(whole)
    await file.db.destroy()
  }
})

test('a file that lacks the line of someone listed breaks off, and leaves nobody out in silence', async () => {
  const file = await changed('one-missing.sqlite', 'DELETE FROM person_line WHERE id = 7')
  await expect(kept(file, { sort: 'id' })).rejects.toThrow('lacks lines')
  await file.db.destroy()
})

const revision = { number: 1, revision: 1, note: 'for a test', publishedAt: '2026-01-01T00:00:00.000Z', revisedAt: '2026-02-01T00:00:00.000Z' }

test('a revision keeps no line that names whom it protects', async () => {
  const name = opened.raw.prepare<[], string>('SELECT text FROM detainee_name WHERE detainee_id = 5 ORDER BY id LIMIT 1').pluck().get() ?? ''
  expect(await kept(edition, { sort: 'id' })).toContain(name)
  const file = join(folder, 'revised.sqlite')
  await reviseEdition(join(folder, 'edition.sqlite'), file, { ...revision, people: [{ id: 5, reason: 'withheld' }], names: [], words: [] })
  const revised = openForReading<Records>(file)
  const csv = await kept(editionRecords(revised.db), { sort: 'id' })
  expect(csv).not.toContain(name)
  expect(csv).toContain('\r\nD-5,,,')
  expect(csv).toBe(await written(editionRecords(revised.db), { sort: 'id' }))
  await revised.close()
})

test('a date in words that is taken out of a text does not stop a revision: in lines it is the date of somebody else', async () => {
  const born = opened.raw.prepare<[], { edtf: string }>("SELECT birth_edtf AS edtf FROM detainee WHERE id > 100 AND birth_basis = 'stated' AND length(birth_edtf) = 10 LIMIT 1").get()
  const words = formatStatedDate({ edtf: born?.edtf ?? null, earliest: null, latest: null, basis: 'stated' })
  expect(await kept(edition, { sort: 'id' })).toContain(words)
  const from = join(folder, 'with-words.sqlite')
  await (await changed('with-words.sqlite', `UPDATE detainee SET description = 'Seen on ${words} in the yard' WHERE id = 40`)).db.destroy()
  const file = join(folder, 'without-words.sqlite')
  expect(await reviseEdition(from, file, { ...revision, people: [], names: [], words: [words] })).not.toBe(null)
  const revised = openForReading<Records>(file)
  expect(revised.raw.prepare('SELECT description FROM detainee WHERE id = 40').pluck().get()).not.toContain(words)
  expect(await kept(editionRecords(revised.db), { sort: 'id' })).toContain(words)
  await revised.close()
})
