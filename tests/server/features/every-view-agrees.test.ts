import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCounts } from '#contract/charts/add-counts.ts'
import { flowRows, releasingRows } from '#contract/charts/flow-rows.ts'
import { pivotRows } from '#contract/charts/pivot-rows.ts'
import { timeRows } from '#contract/charts/time-rows.ts'
import type { Count } from '#contract/common.ts'
import { countsPeople } from '#contract/counting-rules.ts'
import { isTime } from '#contract/dimensions.ts'
import { Facets } from '#contract/facets.ts'
import { Pivot } from '#contract/pivot.ts'
import { Limits } from '#contract/stats-limits.ts'
import { NamedAndUnnamed } from '#contract/stats-named.ts'
import { PeopleStats } from '#contract/stats-people.ts'
import { Cumulative, Flows } from '#contract/stats-series.ts'
import { Overview, ReleaseStats, type Tally } from '#contract/stats.ts'
import type { z } from '#contract/zod.ts'
import { addressOf, countingRule, eventFilter, oneOrTwo } from '../../support/filters.ts'
import type { ReadApi } from '../../support/read-api.ts'
import { type TwoMounts, openTwoMounts } from '../../support/two-mounts.ts'

/*
 * Whatever the filter, the dimensions and the counting rule: charts, pivot, list, overview and
 * CSV give the same numbers. Over HTTP, on an edition of an invented register.
 */

let mounts: TwoMounts
let fromRegister: ReadApi
let fromEdition: ReadApi

beforeAll(async () => {
  mounts = await openTwoMounts({ detainees: 250, seed: 23 })
  ;({ fromRegister, fromEdition } = mounts)
})

afterAll(() => mounts.close())

type Query = Readonly<Record<string, string>>

const ask = async <Schema extends z.ZodType>(schema: Schema, path: string, query: Query): Promise<z.output<Schema>> => {
  const answer = await fromEdition.get(addressOf(path, query))
  expect(answer.status, `${addressOf(path, query)}: ${answer.text.slice(0, 300)}`).toBe(200)
  return schema.parse(answer.json())
}
const csvOf = async (path: string, query: Query): Promise<string[][]> => {
  const { text } = await fromEdition.get(addressOf(`${path}.csv`, query))
  return parse(text, { bom: true })
}
const listed = async (query: Query): Promise<number> => {
  const { json } = await fromEdition.get(addressOf('/release-events', { ...query, limit: '1' }))
  return (json() as { page: { total: number } }).page.total
}

const sumOf = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

const sides = ['lowest', 'best', 'highest'] as const
const bandOf = ({ lowest, best, highest }: Count) => ({ lowest, best, highest })
const addUp = (tallies: readonly { reported: Count }[]) =>
  Object.fromEntries(sides.map((side) => [side, tallies.reduce((sum, { reported }) => sum + reported[side], 0)]))

/** A tally in the columns of the pivot. */
const written = ({ events, reported, people }: Tally) => [
  events,
  reported.best,
  reported.lowest,
  reported.highest,
  reported.openLow,
  reported.openHigh,
  people?.lowest ?? null,
  people?.highest ?? null,
]
const asText = (rows: readonly (readonly (string | number | boolean | null)[])[]) =>
  rows.map((row) => row.map((value) => (value === null ? '' : String(value))))
const withoutLabels = ({ columns, rows }: Pivot) => {
  const kept = columns.flatMap((name, place) => (name.endsWith('_label') ? [] : [place]))
  return rows.map((row) => kept.map((place) => row[place] ?? null))
}

const additive = ['month', 'quarter', 'year', 'destination', 'country', 'basis'] as const
const splits = ['destination', 'country', 'basis'] as const
const chart = fc
  .tuple(fc.constantFrom(...additive), fc.option(fc.constantFrom(...splits), { nil: undefined }))
  .map(([by, split]) => ({ by, split: split === by ? undefined : split }))

test('for any filter, dimensions and rule, chart, pivot, list, overview, sums over time, flows and CSV agree', async () => {
  await fc.assert(
    fc.asyncProperty(eventFilter, chart, countingRule, async (filter, { by, split }, rule) => {
      const ruled = { ...filter, rule }
      const sorts: Query = split === undefined ? { ...ruled, by } : { ...ruled, by, split }
      const stats = await ask(ReleaseStats, '/stats/releases', sorts)
      const events = await listed(filter)
      const cells = [...stats.cells, ...stats.notDated]
      expect(stats.total.events).toBe(events)
      expect(addUp(cells)).toEqual(bandOf(stats.total.reported))

      const pivotQuery = { ...ruled, by: split === undefined ? by : `${by},${split}` }
      const pivot = await ask(Pivot, '/stats/pivot', pivotQuery)
      expect(new Set(withoutLabels(pivot).map((row) => JSON.stringify(row)))).toEqual(
        new Set(cells.map((cell) => JSON.stringify([cell.key, ...(split === undefined ? [] : [cell.split]), ...written(cell)]))),
      )
      expect(Object.values(pivot.total)).toEqual(written(stats.total))

      const ofRule = [rule, String(stats.ruleVersion)]
      expect(await csvOf('/stats/pivot', pivotQuery)).toEqual([
        [...pivot.columns, 'rule', 'rule_version'],
        ...asText(pivot.rows).map((row) => [...row, ...ofRule]),
      ])
      const csv = await csvOf('/stats/releases', sorts)
      expect(csv.slice(1).map((row) => row.slice(-10))).toEqual(asText(cells.map(written)).map((row) => [...row, ...ofRule]))

      const [head = [], ...lines] = await csvOf('/release-events', filter)
      const reported = lines.reduce((sum, line) => sum + Number(line[head.indexOf('reported')]), 0)
      const claimed = await ask(ReleaseStats, '/stats/releases', { ...filter, by: 'year' })
      expect([lines.length, reported]).toEqual([events, claimed.total.reported.best])

      const overview = await ask(Overview, '/stats/overview', ruled)
      expect(overview.releases).toEqual(stats.total)
      const flows = await ask(Flows, '/stats/flows', ruled)
      expect(addUp(flows.flows)).toEqual(bandOf(flows.total.reported))
      expect(flows.total).toEqual(stats.total)
      expect(addUp(overview.destinations)).toEqual(addUp(flows.flows))
      for (const rows of [flowRows(flows.flows), releasingRows(flows.flows)]) expect(addUp(rows)).toEqual(bandOf(flows.total.reported))
      if (isTime(stats.by)) {
        // What is drawn and what stands in the table below it, however many series it has.
        const notDrawn = { reported: addCounts(stats.notDated.map((cell) => cell.reported)) }
        for (const most of [2, 5, Number.POSITIVE_INFINITY]) {
          const drawn = timeRows(stats, most)
          expect(addUp([...drawn.rows, notDrawn])).toEqual(bandOf(stats.total.reported))
          for (const row of drawn.rows) if (drawn.series.length > 0) expect(sumOf(Object.values(row.parts)), row.key).toBe(row.reported.best)
        }
      }
      const shown = pivotRows(pivot, String).map(({ bar }) => bar.parts.map(({ value }) => value))
      expect(sumOf(shown.flat())).toBe(stats.total.reported.best)
      const stayed = (all: readonly { stayed: boolean; reported: Count }[]) => addUp(all.filter((one) => one.stayed))
      expect(stayed(overview.destinations)).toEqual(stayed(flows.flows))

      const sums = await ask(Cumulative, '/stats/cumulative', { ...ruled, by: 'year' })
      const last = sums.points.at(-1)
      expect(addUp([...(last ? [last] : []), sums.notDated])).toEqual(bandOf(stats.total.reported))
      expect((last?.events ?? 0) + sums.notDated.events).toBe(events)
      const line = (await csvOf('/stats/cumulative', { ...ruled, by: 'year' })).slice(1)
      expect(line.length).toBe(sums.points.length + (sums.notDated.events === 0 ? 0 : 1))
    }),
    { numRuns: 300 },
  )
})

test('for any filter, the pivot counts the events of the list, and each value as the facet of its dimension does', async () => {
  const shown = ['destination', 'country', 'basis', 'sanctionsAuthority', 'population'] as const
  await fc.assert(
    fc.asyncProperty(eventFilter, fc.constantFrom(...shown), countingRule, async (filter, by, rule) => {
      const { [by]: _, ...others } = filter
      const pivot = await ask(Pivot, '/stats/pivot', { ...others, by, measure: 'events', rule })
      expect(pivot.total).toEqual({ events: await listed(others) })
      const { facets } = await ask(Facets, '/facets/release-events', others)
      const facet = facets.find(({ name }) => name === by)
      const counted = Object.fromEntries(withoutLabels(pivot).map(([key, events]) => [key, events]))
      expect({ not_linked: counted['not_linked'], ...Object.fromEntries(facet?.values.map(({ value, count }) => [value, count]) ?? []) }).toEqual({
        not_linked: undefined,
        ...counted,
      })
      expect(pivot.by).toMatchObject([{ multiple: facet?.multiple }])
      const inRows = Object.values(counted).reduce<number>((sum, events) => sum + Number(events), 0)
      // Where an event stands in one row only, the rows make the total.
      expect(facet?.multiple || inRows === pivot.total['events']).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('for any filter and rule, people are counted once and their releases add up, in the pivot, the chart and the overview', async () => {
  const single = ['month', 'year', 'destination', 'country', 'basis', 'population', 'sex', 'occupation'] as const
  await fc.assert(
    fc.asyncProperty(eventFilter, oneOrTwo(single), countingRule, async (filter, by, rule) => {
      const query = { ...filter, rule, by: by.join(','), measure: 'named' }
      const pivot = await ask(Pivot, '/stats/pivot', query)
      const column = (name: string) => pivot.columns.indexOf(name)
      const sum = (name: string) => pivot.rows.reduce((total, row) => total + Number(row[column(name)]), 0)
      for (const name of ['releases', 'releases_highest']) expect(sum(name), name).toBe(pivot.total[name])
      for (const name of ['people', 'people_highest']) expect(sum(name), name).toBeGreaterThanOrEqual(Number(pivot.total[name]))
      expect(Number(pivot.total['people'])).toBeLessThanOrEqual(Number(pivot.total['releases']))

      const people = await ask(PeopleStats, '/stats/people', { ...filter, rule, by: 'sex' })
      expect([people.total.people, people.total.releases]).toEqual([
        { lowest: pivot.total['people'], highest: pivot.total['people_highest'] },
        { lowest: pivot.total['releases'], highest: pivot.total['releases_highest'] },
      ])
      const bySex = await ask(Pivot, '/stats/pivot', { ...query, by: 'sex' })
      expect(new Set(withoutLabels(bySex).map(([key, , low, high, releases, most]) => JSON.stringify([key, low, high, releases, most])))).toEqual(
        new Set(people.cells.map((cell) => JSON.stringify([cell.key, cell.people.lowest, cell.people.highest, cell.releases.lowest, cell.releases.highest]))),
      )
      expect(await csvOf('/stats/people', { ...filter, rule, by: 'sex' })).toHaveLength(people.cells.length + 1)

      const chartRule = countsPeople(rule) ? rule : 'named'
      const { total } = await ask(ReleaseStats, '/stats/releases', { ...filter, rule: chartRule, by: 'year' })
      const same = await ask(PeopleStats, '/stats/people', { ...filter, rule: chartRule, by: 'nationality' })
      expect(total.people).toEqual(same.total.people)
      expect(total.reported).toMatchObject(same.total.releases)
      const overview = await ask(Overview, '/stats/overview', filter)
      const named = await ask(PeopleStats, '/stats/people', { ...filter, by: 'time_detained' })
      expect(overview.named).toEqual({ people: named.total.people.lowest, releases: named.total.releases.lowest })
      // What is known of liberty narrows down who is named; it never adds anyone.
      expect(people.total.releases.highest ?? 0).toBeLessThanOrEqual(overview.named.releases)
    }),
    { numRuns: 150 },
  )
})

test('for any filter, the named and the unnamed of a page and of the rest make those of the overview', async () => {
  await fc.assert(
    fc.asyncProperty(eventFilter, fc.integer({ min: 1, max: 40 }), async (filter, limit) => {
      const { data, rest, total, page, people } = await ask(NamedAndUnnamed, '/stats/named', { ...filter, limit: String(limit) })
      const overview = await ask(Overview, '/stats/overview', filter)
      expect(total).toEqual({
        events: await listed(filter),
        claimed: overview.releases.reported,
        named: overview.named.releases,
        unnamed: overview.unnamed,
      })
      expect(people).toBe(overview.named.people)
      expect(data.length + rest.events).toBe(page.total)
      expect(data.reduce((sum, { named }) => sum + named, rest.named)).toBe(total.named)
      expect(data.reduce((sum, { claimed }) => sum + (claimed?.best ?? 0), rest.claimed.best)).toBe(total.claimed.best)
      expect(data.reduce((sum, { unnamed }) => sum + (unnamed?.lowest ?? 0), rest.unnamed.lowest)).toBe(total.unnamed.lowest)
      expect(await csvOf('/stats/named', filter)).toHaveLength(page.total + 1)
      // What the list calls named is what the filter chooses by.
      const chosen = (filter['named'] ?? 'yes,no').split(',')
      expect(data.filter(({ named }) => !chosen.includes(named > 0 ? 'yes' : 'no'))).toEqual([])
    }),
    { numRuns: 80 },
  )
})

test('for any filter, what is not known is counted as the charts count it, and its events can be opened', async () => {
  await fc.assert(
    fc.asyncProperty(eventFilter, async (filter) => {
      const { limits } = await ask(Limits, '/stats/limits', filter)
      const events = Object.fromEntries(limits.map((limit) => [limit.kind, limit.events]))
      const overview = await ask(Overview, '/stats/overview', filter)
      expect(events).toMatchObject({ undated: overview.undated, without_number: overview.eventsWithoutNumber })
      const { id: _, ...others } = filter
      for (const { kind, ids } of limits.filter((limit) => limit.events > 0)) {
        expect(ids).toHaveLength(events[kind] ?? 0)
        const inView = kind === 'undated' ? { id: ids.join(',') } : { ...others, id: ids.join(',') }
        expect(await listed(inView), kind).toBe(ids.length)
      }
      const byMonth = await ask(Pivot, '/stats/pivot', { ...filter, by: 'month', measure: 'events' })
      const notDated = Number(byMonth.rows.find(([month]) => month === 'not_dated')?.[1] ?? 0)
      const undatedInView = filter['from'] === undefined && filter['to'] === undefined ? (events['undated'] ?? 0) : 0
      expect(notDated).toBe((events['not_dated_to_the_month'] ?? 0) + undatedInView)
    }),
    { numRuns: 60 },
  )
})

test('the register and a full edition of it draw the same charts', async () => {
  const paths = fc.constantFrom(
    ['/stats/releases', 'destination'],
    ['/stats/pivot', 'sanctionsAuthority,population'],
    ['/stats/pivot', 'year,destination'],
    ['/stats/cumulative', 'quarter'],
    ['/stats/flows', ''],
    ['/stats/named', ''],
    ['/stats/links', ''],
    ['/stats/links.csv', ''],
    ['/stats/people', 'article'],
    ['/stats/people', 'time_detained'],
    ['/stats/people', 'nationality'],
    ['/stats/held', 'year'],
    ['/stats/overview', ''],
    ['/stats/limits', ''],
  )
  const unruled = new Set(['/stats/named', '/stats/links', '/stats/links.csv', '/stats/held', '/stats/limits'])
  await fc.assert(
    fc.asyncProperty(eventFilter, paths, countingRule, async (filter, [path = '', by], rule) => {
      const query = { ...filter, ...(by ? { by } : {}), ...(unruled.has(path) ? {} : { rule }) }
      const [a, b] = await Promise.all([fromRegister.get(addressOf(path, query)), fromEdition.get(addressOf(path, query))])
      expect(a.text, addressOf(path, query)).toBe(b.text)
      expect(a.status).toBe(200)
    }),
    { numRuns: 120 },
  )
})

test('grouping events by what is known of people only is refused, and says what to choose', async () => {
  const { status, text } = await fromEdition.get('/stats/pivot?by=sex&measure=events')
  expect(status).toBe(400)
  expect(text).toContain('named people only')
})
