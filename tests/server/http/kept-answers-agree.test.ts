import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Facets } from '#contract/facets.ts'
import { Overview, ReleaseStats } from '#contract/stats.ts'
import { readConfig } from '#server/config.ts'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { RefusedEditionError } from '#server/editions/find-verdict.ts'
import { makeEdition } from '#server/editions/make-edition.ts'
import { startPublic } from '#server/public.ts'
import { writeChangeset } from '#server/register/changeset.ts'
import { registerFile } from '#server/register/open.ts'
import { emptyPages, shelve } from '../../support/edition-door.ts'
import { addressOf, eventFilter, randomFilter, single } from '../../support/filters.ts'
import { registerAndEdition } from '../../support/read-api.ts'

/*
 * Over the door with its answers kept, whatever the filter, lists, totals, facets, charts, overview and CSV of
 * one edition say the same: before the next one is published, while it is, and after, also when someone is
 * withheld. Once the new one has answered, the old one does not any more.
 */

let folder: string
let register: Opened<Register>
let address: string
let close: () => Promise<void>

const publish = async (number: number, revision: number): Promise<void> => {
  const about = { number, revision, note: 'for a test', publishedAt: '2026-01-01T00:00:00.000Z' }
  const made = join(folder, `made-${number}-${revision}.sqlite`)
  // Texts that name someone withheld are left out, as a publisher would choose.
  const make = (blank: readonly string[]) => makeEdition(registerFile(folder), made, { ...about, blank })
  const { sha256, bytes, chain, fictional, counts } = await make([]).catch((error: unknown) => {
    if (error instanceof RefusedEditionError) return make(error.refusals.map(({ key }) => key))
    throw error
  })
  await shelve(join(folder, 'editions'), made, { ...about, sha256, bytes, chain, fictional, counts })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-agree-'))
  const made = await registerAndEdition(folder, { detainees: 150, seed: 31 })
  await made.edition.close()
  register = made.register
  await publish(1, 0)
  const clientDir = await emptyPages(join(folder, 'client'))
  const settings = { HABEAS_DATA_DIR: folder, PORT: '0', DESK_PORT: '0', HABEAS_REQUESTS_PER_MINUTE: '0' }
  const door = await startPublic({ ...readConfig(settings), clientDir })
  address = `${door.address}/api`
  close = door.close
})

afterAll(async () => {
  await close()
  await register.close()
  await rm(folder, { recursive: true, force: true })
})

type Filter = Readonly<Record<string, string>>
type Asked = { readonly events: Filter; readonly people: Filter }

const peopleFilter = randomFilter({
  destination: ['LT', 'PL', 'UA', 'not_stated'],
  country: ['XV', 'BV', 'HM', 'AQ'],
  status: ['released', 'serving_sentence', 'detained_pretrial', 'unknown'],
  sex: ['f', 'm', 'not_stated'],
  occupation: ['Journalist', 'Nurse', 'not_stated'],
})
  .map(single)
  .map(({ from: _from, to: _to, ...filter }) => filter)

const sample = (seed: number, numRuns: number): readonly Asked[] => fc.sample(fc.record({ events: eventFilter, people: peopleFilter }), { seed, numRuns })

const questionsOf = ({ events, people }: Asked) => ({
  list: addressOf('/release-events', { ...events, limit: '1' }),
  csv: addressOf('/release-events.csv', events),
  stats: addressOf('/stats/releases', { ...events, by: 'year' }),
  overview: addressOf('/stats/overview', events),
  facets: addressOf('/facets/release-events', events),
  people: addressOf('/detainees', { ...people, limit: '1' }),
  peopleCsv: addressOf('/detainees.csv', people),
  peopleFacets: addressOf('/facets/detainees', people),
})
type Name = keyof ReturnType<typeof questionsOf>

type Told = { readonly label: string; readonly text: string }

/** The newest label that any answer has had: whoever asks after that is not told an older one. */
let newest = '1.0'
/** What was told under a label: the same for good. */
const told = new Map<string, string>()

const later = (one: string, other: string): string => (one.localeCompare(other, 'en', { numeric: true }) > 0 ? one : other)

const tell = async (question: string): Promise<Told> => {
  const least = newest
  const response = await fetch(`${address}${question}`)
  const text = await response.text()
  expect(response.status, `${question}: ${text.slice(0, 200)}`).toBe(200)
  const label = /-(\d+\.\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1] ?? ''
  expect(later(label, least), question).toBe(label)
  newest = later(label, newest)
  // A file says when it was made.
  if (!question.includes('.csv')) {
    const key = `${label} ${question}`
    expect(text, key).toBe(told.get(key) ?? text)
    told.set(key, text)
  }
  return { label, text }
}

const rowsOf = (csv: string): string[][] => parse(csv, { bom: true })

/** Whether all that one edition says of these filters agrees. Throws where it does not. */
const agree = ({ events, people }: Asked, said: Readonly<Record<Name, string>>): void => {
  const totalOf = (text: string): number => (JSON.parse(text) as { page: { total: number } }).page.total
  const sameTotal = (text: string, filter: Filter, total: number): void => {
    const { facets } = Facets.parse(JSON.parse(text))
    for (const facet of facets.filter(({ name }) => filter[name] === undefined)) {
      expect([facet.name, facet.total]).toEqual([facet.name, total])
      const counted = facet.values.reduce((sum, { count }) => sum + count, 0)
      if (!facet.multiple) expect([facet.name, counted]).toEqual([facet.name, total])
    }
  }
  const listed = totalOf(said.list)
  const stats = ReleaseStats.parse(JSON.parse(said.stats))
  expect(stats.total.events).toBe(listed)
  expect(Overview.parse(JSON.parse(said.overview)).releases).toEqual(stats.total)
  const [head = [], ...lines] = rowsOf(said.csv)
  const reported = lines.reduce((sum, line) => sum + Number(line[head.indexOf('reported')]), 0)
  expect([lines.length, reported]).toEqual([listed, stats.total.reported.best])
  sameTotal(said.facets, events, listed)
  const persons = totalOf(said.people)
  expect(rowsOf(said.peopleCsv)).toHaveLength(persons + 1)
  sameTotal(said.peopleFacets, people, persons)
}

/** Asks all of one filter at once; what one edition said is held together. The labels that answered. */
const askAndHold = async (asked: Asked): Promise<ReadonlySet<string>> => {
  const names = Object.entries(questionsOf(asked))
  const answers = await Promise.all(names.map(async ([name, question]) => ({ name, ...(await tell(question)) })))
  const labels = new Set(answers.map(({ label }) => label))
  if (labels.size === 1) agree(asked, Object.fromEntries(answers.map(({ name, text }) => [name, text])) as Record<Name, string>)
  return labels
}

const withhold = (ids: readonly number[]): Promise<unknown> =>
  register.db.transaction().execute((db) =>
    writeChangeset(db, { kind: 'redaction', author: 'A reviewer', reason: 'At risk' }, (open) =>
      open.updateTable('detainee').set({ visibility: 'withheld' }).where('id', 'in', ids).execute(),
    ),
  )

const correct = (): Promise<unknown> =>
  register.db.transaction().execute((db) =>
    writeChangeset(db, { kind: 'correction', author: 'A reviewer', reason: 'Another country' }, (open) =>
      open.updateTable('release_event').set({ country: 'BV' }).where('id', '<', 8).execute(),
    ),
  )

test.each([
  ['the next edition is published', '2.0', correct, () => publish(2, 0)],
  ['people are withheld from it', '2.1', () => withhold([4, 9, 30, 61, 100]), () => publish(2, 1)],
  ['one more is published', '3.0', () => withhold([5, 17]), () => publish(3, 0)],
])('whatever the filter, every view agrees before, while and after %s', async (_what, next, change, publishNext) => {
  const before = sample(Number.parseFloat(next) * 10, 12)
  // Asked twice: the second is kept.
  for (const asked of [...before, ...before]) expect(await askAndHold(asked)).toEqual(new Set([newest]))
  await change()
  const state = { isOver: false }
  const read = async (seed: number): Promise<void> => {
    const during = sample(seed, 6)
    for (let turn = 0; !state.isOver; turn += 1) await askAndHold(during[turn % during.length] ?? { events: {}, people: {} })
  }
  const reading = Promise.all([read(1), read(2)])
  try {
    await publishNext()
    await expect.poll(() => newest, { timeout: 30_000 }).toBe(next)
  } finally {
    state.isOver = true
  }
  await reading
  for (const asked of [...before, ...before]) expect(await askAndHold(asked)).toEqual(new Set([next]))
})
