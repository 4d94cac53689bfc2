import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventDimensions, timeUnits } from '#contract/dimensions.ts'
import type { Records } from '#server/db/records.ts'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { writeChangeset } from '#server/register/changeset.ts'
import { addressOf, countingRule, eventFilter, oneOrTwo } from '../../support/filters.ts'
import { type ReadApi, editionRecords, readApi, registerAndEdition } from '../../support/read-api.ts'

/*
 * An edition works numbers of release events out from columns in memory; one that was published without
 * them, and every question by words or one source, asks its tables. Whatever is asked, both say the same.
 */

let folder: string
let edition: Opened<Records>
let fromMemory: ReadApi
let fromTables: ReadApi

/** People who were entered twice in one event, many of them with another destination each time. */
const merge = async (register: Opened<Register>): Promise<unknown> => {
  const { rows } = await sql<{ id: number; kept: number }>`SELECT b.detainee_id AS id, a.detainee_id AS kept
    FROM release_person AS a JOIN release_person AS b ON b.release_event_id = a.release_event_id AND b.detainee_id > a.detainee_id
    ORDER BY a.destination IS b.destination, a.id % 7, a.id, b.id`.execute(register.db)
  const kept = new Map<number, number>()
  const isFree = (id: number): boolean => !kept.has(id) && ![...kept.values()].includes(id)
  for (const row of rows) if (kept.size < 25 && isFree(row.id) && !kept.has(row.kept)) kept.set(row.id, row.kept)
  expect(kept.size).toBe(25)
  return register.db.transaction().execute((db) =>
    writeChangeset(db, { kind: 'merge', author: 'A reviewer', reason: 'Entered twice' }, async (open) => {
      for (const [id, other] of kept) {
        await open.updateTable('detainee').set({ merged_into: other }).where('id', '=', id).execute()
      }
    }),
  )
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-events-'))
  const made = await registerAndEdition(folder, { detainees: 400, seed: 57, change: merge })
  await made.register.close()
  edition = made.edition
  const file = editionRecords(edition)
  fromMemory = await readApi(file)
  fromTables = await readApi({ ...file, events: () => Promise.resolve(null) })
})

afterAll(async () => {
  await Promise.all([fromMemory.close(), fromTables.close(), edition.close()])
  await rm(folder, { recursive: true, force: true })
})

type Query = Readonly<Record<string, string>>

const textOf = async (api: ReadApi, address: string): Promise<string> => {
  const { status, text } = await api.get(address)
  expect(status, `${address}: ${text.slice(0, 200)}`).toBe(200)
  return text
}

const bothSayTheSame = async (path: string, query: Query): Promise<void> => {
  const address = addressOf(path, query)
  expect(await textOf(fromMemory, address), address).toBe(await textOf(fromTables, address))
}

const dimensions = oneOrTwo(eventDimensions).map((by) => by.join(','))

test('for any filter, dimensions and rule, a pivot has the same cells in the same order', async () => {
  const measure = fc.constantFrom('reported', 'reported', 'named', 'events')
  await fc.assert(
    fc.asyncProperty(eventFilter, dimensions, measure, countingRule, (filter, by, of, rule) =>
      bothSayTheSame('/stats/pivot', { ...filter, by, measure: of, rule: of === 'events' ? 'as_reported' : rule }),
    ),
    { numRuns: 250 },
  )
})

const questions = fc.constantFrom<[string, Query]>(
  ['/facets/release-events', {}],
  ['/facets/release-events', {}],
  ['/release-events', { limit: '3' }],
  ['/stats/limits', {}],
  ['/stats/named', { limit: '4' }],
)
const ruled = fc.tuple(
  fc.constantFrom<[string, Query]>(
    ['/stats/overview', {}],
    ['/stats/releases', { by: 'month', split: 'country' }],
    ['/stats/releases', { by: 'destination', split: 'basis' }],
    ['/stats/flows', {}],
    ...timeUnits.map((by): [string, Query] => ['/stats/cumulative', { by }]),
  ),
  countingRule.map((rule) => ({ rule })),
)

test('for any filter, facets, totals, overview, sums over time, flows, the unnamed and what is not known are the same', async () => {
  const question = fc.oneof(questions, ruled.map(([[path, query], rule]): [string, Query] => [path, { ...query, ...rule }]))
  await fc.assert(
    fc.asyncProperty(eventFilter, question, (filter, [path, query]) => bothSayTheSame(path, { ...filter, ...query })),
    { numRuns: 300 },
  )
})

test.each(['/destinations', '/destinations?code=LT,UA,FR', '/destinations/LT', '/destinations/XV', '/destinations/FR'])(
  'the same destinations at %s',
  async (path) => {
    expect(await textOf(fromMemory, path)).toBe(await textOf(fromTables, path))
  },
)

test('a range that begins or ends on the very day of an event, or a day beside it, finds the same', async () => {
  const { rows } = await sql<{ day: string }>`SELECT DISTINCT date_earliest AS day FROM release_event WHERE date_earliest IS NOT NULL
    UNION SELECT date_latest FROM release_event WHERE date_latest IS NOT NULL ORDER BY 1`.execute(edition.db)
  expect(rows.length).toBeGreaterThan(10)
  const beside = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
  for (const [place, { day }] of rows.slice(0, 40).entries()) {
    const other = beside(day, (place % 3) - 1)
    for (const range of [{ from: other }, { to: other }, { from: day, to: day }]) await bothSayTheSame('/release-events', { ...range, limit: '2' })
    await bothSayTheSame('/stats/overview', { from: other })
  }
})
