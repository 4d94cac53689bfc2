import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { basisLabels, sexLabels, statusLabels } from '#contract/codes.ts'
import type { Count } from '#contract/common.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { DetaineeRow } from '#contract/detainees.ts'
import type { ReleaseEventRow } from '#contract/release-events.ts'
import { unmarkFormula } from '#contract/spreadsheet-text.ts'
import { type EditionDoor, editionDoor } from '../../support/edition-door.ts'
import { addressOf, randomFilter } from '../../support/filters.ts'
import { readPackage } from '../../support/read-package.ts'
import { type SheetCell, readXlsx, recordsOf } from '../../support/read-xlsx.ts'

/*
 * What is taken along, read back, is what the API's list says: page by page, row by row.
 */

let folder: string
let door: EditionDoor

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-round-trip-'))
  door = await editionDoor(folder, { detainees: 250, seed: 23 })
})

afterAll(async () => {
  await door.close()
  await rm(folder, { recursive: true, force: true })
})

const fetchOk = async (path: string, filter: Record<string, string>): Promise<Response> => {
  const response = await fetch(`${door.address}${addressOf(path, filter)}`)
  expect(response.status, `${path} ${JSON.stringify(filter)}`).toBe(200)
  return response
}

/** The whole list, page after page. */
const listed = async <Row>(path: string, filter: Record<string, string>): Promise<Row[]> => {
  const rows: Row[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = { ...filter, limit: '200', ...(cursor === '' ? {} : { cursor }) }
    const answer = (await (await fetchOk(path, page)).json()) as { data: Row[]; page: { next: string | null } }
    rows.push(...answer.data)
    cursor = answer.page.next
  }
  return rows
}

type Flat = Record<string, SheetCell>

const flatDate = (name: string, date: StatedDate): Flat => ({
  [name]: date.edtf,
  [`${name}_earliest`]: date.earliest,
  [`${name}_latest`]: date.latest,
  [`${name}_basis`]: date.basis,
  [`${name}_words`]: formatStatedDate(date),
})

const flatCount = (name: string, count: Count | null): Flat => ({
  [name]: count?.best ?? null,
  [`${name}_lowest`]: count?.lowest ?? null,
  [`${name}_highest`]: count?.highest ?? null,
  [`${name}_open_low`]: count?.openLow ?? null,
  [`${name}_open_high`]: count?.openHigh ?? null,
})

const flatEvent = (row: ReleaseEventRow): Flat => ({
  ref: row.ref,
  title: row.title,
  ...flatDate('date', row.date),
  country: row.country,
  basis: row.basis,
  basis_label: basisLabels[row.basis],
  ...flatCount('reported', row.reported),
  ...flatCount('total', row.total),
  named: row.named,
  destinations: row.destinations.join(' ') || null,
  certainty: row.certainty,
})

const flatPerson = (row: DetaineeRow): Flat => ({
  ref: row.ref,
  name: row.name,
  name_language: row.lang,
  sex: row.sex,
  sex_label: sexLabels[row.sex],
  ...flatDate('birth', row.birth),
  occupation: row.occupation,
  description: row.description,
  status: row.status,
  status_label: statusLabels[row.status],
  ...flatDate('status_as_of', row.statusAsOf),
  ...flatDate('arrested', row.arrested),
  releases: row.releases,
  ...flatDate('last_released', row.lastReleased),
  destinations: row.destinations.join(' ') || null,
  stayed_in: row.stayedIn.join(' ') || null,
  certainty: row.certainty,
})

/** A CSV knows no types: its cells are compared as text. */
const asText = (flat: Flat): Record<string, string> =>
  Object.fromEntries(Object.entries(flat).map(([name, value]) => [name, value === null ? '' : String(value)]))

const only = <Value>(record: Record<string, Value>, names: readonly string[]): Record<string, Value | undefined> =>
  Object.fromEntries(names.map((name) => [name, record[name]]))

/** "" and nothing are one in a spreadsheet. */
const emptyAsNull = (record: Record<string, SheetCell | undefined>) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, value === '' ? null : value]))

const checkFormats = async <Row>(path: string, filter: Record<string, string>, flatten: (row: Row) => Flat): Promise<void> => {
  const rows = await listed<Row>(path, filter)
  const flat = rows.map(flatten)
  const names = Object.keys(flat[0] ?? {})

  const json = (await (await fetchOk(`${path}.json`, filter)).json()) as { data: Row[] }
  expect(json.data).toEqual(rows)

  // `text()` would drop the byte order mark, and with it the test that it is there.
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await fetchOk(`${path}.csv`, filter)).arrayBuffer())
  expect(csv.startsWith('\uFEFF')).toBe(true)
  const read = parse(csv, { bom: true, columns: true }) as Record<string, string>[]
  expect(read.map((row) => only(row, names)).map((row) => mapText(row, unmarkFormula))).toEqual(flat.map(asText))

  const sheets = readXlsx(new Uint8Array(await (await fetchOk(`${path}.xlsx`, filter)).arrayBuffer()))
  const [first, about] = [...sheets.values()]
  const packed = readPackage(new Uint8Array(await (await fetchOk(`${path}.zip`, withoutSort(filter))).arrayBuffer()))
  const byRef = (records: readonly Record<string, string>[]) => records.toSorted((a, b) => ((a['ref'] ?? '') < (b['ref'] ?? '') ? -1 : 1))
  expect(byRef(packed.tables.get(path.slice(1))?.rows ?? [])).toEqual(byRef(read))

  expect(recordsOf(first).map((row) => emptyAsNull(only(row, names)))).toEqual(flat.map(emptyAsNull))
  expect(recordsOf(about).find((row) => row['about'] === 'Rows')?.['value']).toBe(rows.length)
}

/** A package has one order of its own. */
const withoutSort = ({ sort: _sort, ...filter }: Record<string, string>): Record<string, string> => filter

const mapText = (record: Record<string, string | undefined>, change: (text: string) => string) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value ?? '')]))

// `source` and `q` take one value each.
const single = (filter: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [name, ['source', 'q'].includes(name) ? (value.split(',')[0] ?? value) : value]),
  )

const eventFilter = randomFilter({
  destination: ['LT', 'PL', 'UA', 'DE', 'XV', 'not_stated'],
  country: ['XV', 'BV', 'HM', 'AQ'],
  basis: ['pardon', 'amnesty', 'negotiated_release', 'not_stated'],
  source: ['SRC-1', 'SRC-2', 'SRC-3'],
  q: ['xv', 're', 'pardon'],
}).map(single)

const personFilter = randomFilter({
  destination: ['LT', 'PL', 'UA', 'not_stated'],
  country: ['XV', 'BV', 'HM'],
  status: ['released', 'serving_sentence', 'detained_pretrial'],
  sex: ['f', 'm', 'not_stated'],
  q: ['a', 'vel', 'no'],
})
  .map(single)
  .map(({ from, to, ...rest }) => ({
    ...rest,
    ...(from === undefined ? {} : { releasedFrom: from }),
    ...(to === undefined ? {} : { releasedTo: to }),
  }))

test('for 200 random filters, release events read back from CSV, JSON, XLSX and the table of a zip are those of the list', async () => {
  const sort = fc.constantFrom('-date', 'date', 'title', '-reported')
  await fc.assert(
    fc.asyncProperty(eventFilter, sort, (filter, by) => checkFormats<ReleaseEventRow>('/release-events', { ...filter, sort: by }, flatEvent)),
    { numRuns: 200 },
  )
})

test('for 200 random filters, people read back from CSV, JSON, XLSX and the table of a zip are those of the list', async () => {
  await fc.assert(
    fc.asyncProperty(personFilter, (filter) => checkFormats<DetaineeRow>('/detainees', filter, flatPerson)),
    { numRuns: 200 },
  )
})

test('a record is taken along as its row in its list, and in a workbook with its evidence', async () => {
  for (const path of ['/release-events/3', '/detainees/5', '/sanctions-actions/1', '/sources/2', '/destinations/LT']) {
    const record = await (await fetchOk(path, {})).json()
    expect(await (await fetchOk(`${path}.json`, {})).json()).toEqual(record)
    const rows = parse(await (await fetchOk(`${path}.csv`, {})).text(), { bom: true, columns: true }) as Record<string, string>[]
    const list = path.replace(/\/[^/]+$/, '')
    const all = parse(await (await fetchOk(`${list}.csv`, {})).text(), { bom: true, columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(1)
    expect(all, path).toContainEqual(rows[0])
    const sheets = readXlsx(new Uint8Array(await (await fetchOk(`${path}.xlsx`, {})).arrayBuffer()))
    expect([...sheets.keys()].at(-1)).toBe('About')
    // A source has the values that rest on it in place of evidence, a destination its events.
    const { evidence, values, releaseEvents } = record as Partial<Record<'evidence' | 'values' | 'releaseEvents', unknown[]>>
    expect(recordsOf([...sheets.values()][1])).toHaveLength((values ?? evidence ?? releaseEvents ?? []).length)
  }
  expect((await fetch(`${door.address}/detainees/999999.csv`)).status).toBe(404)
  expect((await fetch(`${door.address}/detainees/x.xlsx`)).status).toBe(400)
})

test('what a file will be is said before it is taken: its rows, and about its size', async () => {
  for (const list of ['release-events', 'detainees', 'sources', 'destinations', 'sanctions-actions']) {
    const told = (await (await fetchOk(`/exports/${list}`, {})).json()) as {
      sentence: string
      rows: number
      files: { format: string; rows: number; bytes: number }[]
    }
    expect(told.sentence).toMatch(new RegExp(`^${told.rows} `))
    const { data } = (await (await fetchOk(`/${list}.json`, {})).json()) as { data: unknown[] }
    expect(told.rows).toBe(data.length)
    for (const { format, bytes } of told.files) {
      const taken = (await (await fetchOk(`/${list}.${format}`, {})).arrayBuffer()).byteLength
      // What a package shares between its records is not known from the first of them.
      const most = format === 'zip' ? 1.4 : 1.2
      expect(bytes / taken, `${list}.${format} ${bytes} ${taken}`).toBeGreaterThan(1 / most)
      expect(bytes / taken, `${list}.${format} ${bytes} ${taken}`).toBeLessThan(most)
    }
  }
})
