import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { citedByNumber } from '#server/features/citations/cite-by-number.ts'
import { permalinkPath } from '#server/features/citations/cited-address.ts'
import { readAddress } from '#server/features/citations/read-address.ts'
import { findCitedResult, hashOfResult } from '#server/features/citations/result.queries.ts'
import { addressOf, randomFilter } from '../../support/filters.ts'
import { editionRecords } from '../../support/read-api.ts'
import { type TwoMounts, openTwoMounts } from '../../support/two-mounts.ts'

/*
 * A view found by a search word, or chosen by what may rest on one person, is cited by the numbers
 * of its records. It is the same view: list, facets, statistics and exports answer alike.
 */

let mounts: TwoMounts

beforeAll(async () => {
  mounts = await openTwoMounts({ detainees: 200, seed: 23 })
})

afterAll(() => mounts.close())

const firstOf = (filter: Record<string, string>, ...names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, names.includes(name) ? (value.split(',')[0] ?? value) : value]))

const found = fc.constantFrom('velmaria', 'xv', 'pardon', 're', 'a', 'no')
const eventFilter = fc
  .tuple(
    randomFilter({
      destination: ['LT', 'PL', 'UA', 'not_stated'],
      country: ['XV', 'BV', 'HM'],
      basis: ['pardon', 'amnesty', 'not_stated'],
      source: ['SRC-1', 'SRC-2', 'SRC-3'],
      id: ['1', 'R-2', '3', '9', '12'],
    }),
    found,
  )
  .map(([filter, q]) => ({ ...firstOf(filter, 'source'), q }))

const pinned = async (address: string) => {
  const { view, shown } = readAddress(address)
  const file = editionRecords(mounts.edition)
  const cited = await citedByNumber(file, view)
  const result = await findCitedResult(file, cited)
  return { path: permalinkPath({ view: cited, shown }, 7), result, hash: hashOfResult(cited, result) }
}

const textOf = async (path: string): Promise<string> => {
  const answer = await mounts.fromEdition.get(path)
  expect(answer.status, `${path} ${answer.text.slice(0, 200)}`).toBe(200)
  return answer.text
}

test('for any filter with a search word, the numbers in its link give the same list, facets, statistics and export', async () => {
  await fc.assert(
    fc.asyncProperty(eventFilter, async (filter) => {
      const address = addressOf('/release-events', filter)
      const { total } = (JSON.parse(await textOf(address)) as { page: { total: number } }).page
      const asked = await pinned(address).catch((error: unknown) => ({ error }))
      // A word that finds nothing has no numbers to be cited by.
      expect('error' in asked ? [total, asked.error] : [0, { status: 400 }]).toMatchObject([0, { status: 400 }])
      if ('error' in asked) return
      const { path, result } = asked
      expect(path).not.toMatch(/[?&]q=/)
      expect(path).toMatch(/[?&](?:id|pinned)=[\d,]+.*&edition=7$/)
      expect(result.records).toBe(total)
      const query = path.replace(/^[^?]*\?/, '').replace(/&edition=7$/, '')
      const word = address.replace(/^[^?]*\?/, '')
      // A place or a source that chose events no longer does: its facet counts within the events cited.
      const facets = 'destination' in filter || 'source' in filter ? [] : ['/facets/release-events']
      for (const view of ['/release-events', '/stats/overview', '/stats/releases', '/release-events.json', ...facets]) {
        expect(await textOf(`${view}?${query}`), view).toBe(await textOf(`${view}?${word}`))
      }
    }),
    { numRuns: 50 },
  )
})

test('a citation of its own link is the same citation, for events and for people', async () => {
  const person = fc
    .tuple(randomFilter({ status: ['released', 'serving_sentence'], sex: ['f', 'm'], destination: ['LT', 'UA'], country: ['XV', 'BV'] }), fc.option(fc.constantFrom('a', 'vel', 'no'), { nil: undefined }))
    .map(([{ from: _from, to: _to, ...filter }, q]) => addressOf('/detainees', q === undefined ? filter : { ...filter, q }))
  const event = eventFilter.map((filter) => addressOf('/release-events', filter))
  await fc.assert(
    fc.asyncProperty(fc.oneof(person, event), async (address) => {
      const first = await pinned(address).catch(() => null)
      if (first === null) return
      const again = await pinned(first.path)
      expect(again.path).toBe(first.path)
      expect(again.hash).toBe(first.hash)
    }),
    { numRuns: 60 },
  )
})

test('the same view is the same citation, however its address is written', async () => {
  const hashOf = async (address: string) => (await pinned(address)).hash
  const expected = await hashOf('/release-events?destination=LT,UA')
  for (const address of [
    '/release-events?destination=LT%2CUA&sort=title&limit=25&cursor=abc&columns=date',
    '/release-events?destination=UA&destination=LT',
    '/api/release-events.csv?destination=LT,UA',
    '/api/editions/3/release-events?destination=LT,UA',
    '/release-events/?destination=LT,UA&edition=3',
  ]) {
    expect(await hashOf(address), address).toBe(expected)
  }
  expect(readAddress('/api/editions/3/release-events.xlsx').edition).toBe(3)
  expect(await hashOf('/release-events?country=XV')).not.toBe(expected)
})

test.each([
  ['a page without records', '/methods'],
  ['another site', '//example.org/release-events'],
  ['a code that is none', '/release-events?destination=QQ'],
  ['a day that is none', '/release-events?from=2024-02-31'],
  ['an edition that is no number', '/release-events?edition=latest'],
  ['a record of another kind', '/release-events/D-3'],
  ['a broken percent sign', '/release-events/%E0%A4%A'],
])('%s is not cited', async (_what, address) => {
  await expect(pinned(address)).rejects.toMatchObject({ status: 400, fields: { path: expect.any(String) as unknown } })
})
