import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Facets } from '#contract/facets.ts'
import { Overview, ReleaseStats } from '#contract/stats.ts'
import { addressOf, eventFilter, randomFilter, single } from '../../support/filters.ts'
import { type PublishedRegister, publishedRegister } from './support/published-register.ts'

/*
 * Over the door with its answers kept, whatever the filter, lists, totals, facets, charts, overview and CSV of
 * one edition say the same: before the next one is published, while it is, and after, also when someone is
 * withheld. Once the new one has answered, the old one does not any more.
 */

let published: PublishedRegister
let address: string
let close: () => Promise<void>

beforeAll(async () => {
  published = await publishedRegister({ detainees: 150, seed: 31 })
  await published.publish(1, 0)
  ;({ address, close } = await published.openDoor())
})

afterAll(async () => {
  await close()
  await published.remove()
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

test.each([
  ['the next edition is published', '2.0', () => published.correct(), () => published.publish(2, 0)],
  ['people are withheld from it', '2.1', () => published.withhold(4, 9, 30, 61, 100), () => published.publish(2, 1)],
  ['one more is published', '3.0', () => published.withhold(5, 17), () => published.publish(3, 0)],
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
