import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Facets, type Facet } from '#contract/facets.ts'
import { Overview, ReleaseStats, type Tally } from '#contract/stats.ts'
import { addressOf, eventFilter, randomFilter, single } from '../../support/filters.ts'
import type { ReadApi } from '../../support/read-api.ts'
import { type TwoMounts, openTwoMounts } from '../../support/two-mounts.ts'

/*
 * Lists, facets, charts and exports share one filter, so they cannot disagree; and the
 * register answers as a full edition of it does. Both over HTTP, over random filters.
 */

let mounts: TwoMounts
let fromRegister: ReadApi
let fromEdition: ReadApi

beforeAll(async () => {
  mounts = await openTwoMounts({ detainees: 250, seed: 11 })
  ;({ fromRegister, fromEdition } = mounts)
})

afterAll(() => mounts.close())

const personValues = {
  destination: ['LT', 'PL', 'UA', 'not_stated'],
  country: ['XV', 'BV', 'HM'],
  status: ['released', 'serving_sentence', 'detained_pretrial'],
  sex: ['f', 'm', 'not_stated'],
  id: ['1', 'D-2', '30', '77', '900'],
  source: ['SRC-1', 'SRC-2'],
  q: ['a', 'al', 'vel', 'no'],
}
const personFilter = randomFilter(personValues)
  .map(single)
  .map(({ from, to, ...rest }) => ({
    ...rest,
    ...(from === undefined ? {} : { releasedFrom: from }),
    ...(to === undefined ? {} : { releasedTo: to }),
  }))

const answerOf = async (api: ReadApi, path: string, filter: Record<string, string>): Promise<unknown> => {
  const answer = await api.get(addressOf(path, filter))
  expect(answer.status, `${path} ${JSON.stringify(filter)} ${answer.text.slice(0, 300)}`).toBe(200)
  return answer.json()
}

const totalOf = async (path: string, filter: Record<string, string>): Promise<number> => {
  const { page } = (await answerOf(fromEdition, path, { ...filter, limit: '1' })) as {
    page: { total: number; certain: number; possible: number }
  }
  expect(page.certain + page.possible).toBe(page.total)
  return page.total
}

const csvRows = async (path: string, filter: Record<string, string>): Promise<number> => {
  const answer = await fromEdition.get(addressOf(`${path}.csv`, filter))
  expect(answer.status).toBe(200)
  return (parse(answer.text, { bom: true, columns: true }) as unknown[]).length
}

const statsOf = async (filter: Record<string, string>) => ReleaseStats.parse(await answerOf(fromEdition, '/stats/releases', filter))

const without = (filter: Record<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).filter(([key]) => key !== name))

const checkFacet = async (path: string, facet: Facet, filter: Record<string, string>, pick: number): Promise<void> => {
  const others = without(filter, facet.name)
  expect(facet.total).toBe(await totalOf(path, others))
  if (!facet.multiple) expect(facet.values.reduce((sum, value) => sum + value.count, 0), facet.name).toBe(facet.total)
  const value = facet.values[pick % Math.max(facet.values.length, 1)]
  if (value) expect(await totalOf(path, { ...others, [facet.name]: value.value }), `${facet.name}=${value.value}`).toBe(value.count)
}

const addUp = (cells: readonly Tally[], side: 'lowest' | 'best' | 'highest'): number =>
  cells.reduce((sum, cell) => sum + cell.reported[side], 0)

test('the filters drawn ask for something, and most of them find something', async () => {
  const drawn = fc.sample(eventFilter, 200)
  expect(drawn.filter((filter) => Object.keys(filter).length > 0).length).toBeGreaterThan(150)
  const totals = await Promise.all(drawn.map((filter) => totalOf('/release-events', filter)))
  expect(totals.filter((total) => total > 0).length).toBeGreaterThan(80)
  expect(new Set(totals).size).toBeGreaterThan(10)
})

test('for any filter, the list, the export, the facets and the charts count the same events', async () => {
  await fc.assert(
    fc.asyncProperty(eventFilter, fc.nat(), async (filter, pick) => {
      const total = await totalOf('/release-events', filter)
      expect(await csvRows('/release-events', filter)).toBe(total)
      const overview = Overview.parse(await answerOf(fromEdition, '/stats/overview', filter))
      expect(overview.releases.events).toBe(total)
      const { facets } = Facets.parse(await answerOf(fromEdition, '/facets/release-events', filter))
      for (const facet of facets) await checkFacet('/release-events', facet, filter, pick)
    }),
    { numRuns: 60 },
  )
})

test('for any filter, what a chart draws and what it says it leaves out make the total', async () => {
  const ways = fc.constantFrom(
    ...['month', 'quarter', 'year', 'destination', 'basis', 'country'].flatMap((by) =>
      ['', 'destination', 'basis', 'country'].filter((split) => split !== by).map((split) => ({ by, split })),
    ),
  )
  await fc.assert(
    fc.asyncProperty(eventFilter, ways, async (filter, { by, split }) => {
      const stats = await statsOf({ ...filter, by, ...(split === '' ? {} : { split }) })
      for (const side of ['lowest', 'best', 'highest'] as const) {
        expect(addUp([...stats.cells, ...stats.notDated], side), `${by} ${split} ${side}`).toBe(stats.total.reported[side])
      }
      expect(stats.total.events).toBe(await totalOf('/release-events', filter))
    }),
    { numRuns: 150 },
  )
})

test('choosing every destination and "not stated" gives the number without a choice', async () => {
  const { facets } = Facets.parse(await answerOf(fromEdition, '/facets/release-events', {}))
  const all = facets.find((facet) => facet.name === 'destination')?.values.map((value) => value.value) ?? []
  const [free, chosen] = [await statsOf({ by: 'year' }), await statsOf({ by: 'year', destination: all.join(',') })]
  expect(chosen.total.reported).toMatchObject({
    lowest: free.total.reported.lowest,
    best: free.total.reported.best,
    highest: free.total.reported.highest,
  })
})

test('for any filter, the list, the export and the facets count the same people', async () => {
  await fc.assert(
    fc.asyncProperty(personFilter, fc.nat(), async (filter, pick) => {
      const total = await totalOf('/detainees', filter)
      expect(await csvRows('/detainees', filter)).toBe(total)
      const { facets } = Facets.parse(await answerOf(fromEdition, '/facets/detainees', filter))
      for (const facet of facets) await checkFacet('/detainees', facet, filter, pick)
    }),
    { numRuns: 60 },
  )
})

test('the register and a full edition of it answer alike', async () => {
  const paths = fc.constantFrom(
    '/release-events',
    '/facets/release-events',
    '/stats/overview',
    '/stats/releases',
    '/release-events.csv',
  )
  const same = async (path: string, filter: Record<string, string>) => {
    const [a, b] = await Promise.all([fromRegister.get(addressOf(path, filter)), fromEdition.get(addressOf(path, filter))])
    const anyHost = (text: string) => text.replaceAll(/127\.0\.0\.1:\d+/g, 'host')
    expect(anyHost(a.text), `${path} ${JSON.stringify(filter)}`).toBe(anyHost(b.text))
    expect(a.status).toBe(200)
  }
  await fc.assert(fc.asyncProperty(eventFilter, paths, (filter, path) => same(path, filter)), { numRuns: 80 })
  const peoplePaths = fc.constantFrom('/detainees', '/facets/detainees', '/detainees.csv')
  await fc.assert(fc.asyncProperty(personFilter, peoplePaths, (filter, path) => same(path, filter)), { numRuns: 60 })
  // Not the list of sources: an edition leaves out those that nothing public rests on.
  for (const path of ['/destinations', '/sanctions-actions', '/release-events/3', '/detainees/5', '/sources/2']) {
    await same(path, {})
  }
})
