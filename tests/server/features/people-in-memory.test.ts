import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DetaineeSort } from '#contract/detainees.ts'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { writeChangeset } from '#server/register/changeset.ts'
import { addressOf, randomFilter, single } from '../../support/filters.ts'
import type { ReadApi } from '../../support/read-api.ts'
import { type TwoMounts, openTwoMounts } from '../../support/two-mounts.ts'

/*
 * An edition answers lists, totals and facets of people from columns in memory; the register works
 * them out from its tables. Whatever is asked, both say the same, page after page.
 */

let mounts: TwoMounts

/** What hangs on a person who was entered twice is the kept person's. */
const merge = (register: Opened<Register>): Promise<unknown> =>
  register.db.transaction().execute((db) =>
    writeChangeset(db, { kind: 'merge', author: 'A reviewer', reason: 'Entered twice' }, async (open) => {
      for (const [id, kept] of [[20, 10], [21, 10], [50, 150], [200, 60]] as const) {
        await open.updateTable('detainee').set({ merged_into: kept }).where('id', '=', id).execute()
      }
    }),
  )

beforeAll(async () => {
  mounts = await openTwoMounts({ detainees: 300, seed: 41, change: merge })
})

afterAll(() => mounts.close())

const values = {
  destination: ['LT', 'PL', 'UA', 'not_stated'],
  country: ['XV', 'BV', 'HM', 'AQ'],
  status: ['released', 'serving_sentence', 'detained_pretrial', 'unknown'],
  sex: ['f', 'm', 'not_stated'],
  occupation: ['Journalist', 'Nurse', 'not_stated', 'no such'],
  article: ['342', '361-1', 'not_stated', 'no such'],
  named: ['yes', 'no'],
}
const one = ({ named, ...filter }: Record<string, string>) => ({ ...filter, ...(named === undefined ? {} : { named: named.split(',')[0] ?? '' }) })
const sorted = fc.tuple(
  randomFilter(values)
    .map(single)
    .map(({ from: _from, to: _to, ...filter }) => one(filter)),
  fc.constantFrom(...DetaineeSort.options),
  fc.constantFrom('7', '40'),
)

type List = { data: unknown[]; page: { next: string | null } }

const answer = async <Answer>(api: ReadApi, path: string): Promise<Answer> => {
  const { status, text, json } = await api.get(path)
  expect(status, `${path}: ${text.slice(0, 200)}`).toBe(200)
  return json() as Answer
}

/** Three pages, each after the last. */
const pages = async (api: ReadApi, query: Record<string, string>): Promise<List[]> => {
  const found: List[] = []
  let next: string | null | undefined
  do {
    const page: List = await answer(api, addressOf('/detainees', next ? { ...query, cursor: next } : query))
    found.push(page)
    next = page.page.next
  } while (next !== null && found.length < 3)
  return found
}

test('for any filter and order, an edition and the register list the same people, page after page', async () => {
  await fc.assert(
    fc.asyncProperty(sorted, async ([filter, sort, limit]) => {
      const query = { ...filter, sort, limit }
      expect(await pages(mounts.fromEdition, query)).toEqual(await pages(mounts.fromRegister, query))
    }),
    { numRuns: 60 },
  )
})

test('for any filter, the facets are the same', async () => {
  await fc.assert(
    fc.asyncProperty(sorted, async ([filter]) => {
      const path = addressOf('/facets/detainees', filter)
      expect(await answer(mounts.fromEdition, path)).toEqual(await answer(mounts.fromRegister, path))
    }),
    { numRuns: 60 },
  )
})

test('a cursor of a person who is not there, or is called otherwise there, goes on where the name stands', async () => {
  for (const position of ['["name","kre",99999]', '["name","kre",7]', '["-name","kre",7]']) {
    const cursor = Buffer.from(position).toString('base64url')
    const path = addressOf('/detainees', { sort: position.includes('-') ? '-name' : 'name', limit: '5', cursor })
    const list = await answer<List>(mounts.fromEdition, path)
    expect(list).toEqual(await answer(mounts.fromRegister, path))
    expect(list.data).toHaveLength(5)
  }
})
