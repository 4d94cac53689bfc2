import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Transaction } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EditionComparison } from '#contract/compare.ts'
import { fictionalBatches } from '#seed/fictional.ts'
import { editionRecords } from '#server/db/indexed-search.ts'
import type { Records } from '#server/db/records.ts'
import type { Register } from '#server/db/register.ts'
import { type Opened, openForReading } from '#server/db/sqlite.ts'
import { compareEditions } from '#server/editions/compare/compare-editions.ts'
import type { OpenEdition } from '#server/editions/edition-shelf.ts'
import { lookForNames } from '#server/editions/look-for-names.ts'
import { makeEdition } from '#server/editions/make-edition.ts'
import { foldText } from '#server/names/fold.ts'
import { nameKey } from '#server/names/key.ts'
import { findOverview } from '#server/features/stats/overview.queries.ts'
import { loadBatch } from '#server/register/load-batch.ts'
import { openRegister, registerFile } from '#server/register/open.ts'
import { write } from '../../support/test-register.ts'

/*
 * Editions of an invented register that is changed at random from one to the next: whatever
 * changed, the bars of each headline number and the lists of each kind add up.
 */

const count = 9

let folder: string
let register: Opened<Register>
const editions: { open: OpenEdition; close: () => Promise<void> }[] = []

/** A small random number that is the same in every run. */
const randomOf = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

type Db = Transaction<Register>
const idsOf = async (db: Db, table: 'release_event' | 'detainee' | 'release_count'): Promise<number[]> =>
  (await db.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id)

const withdrawEvent = async (db: Db, id: number): Promise<void> => {
  for (const table of ['release_count', 'release_person', 'release_sanction', 'event_note'] as const) {
    await db.deleteFrom(table).where('release_event_id', '=', id).execute()
  }
  await db.deleteFrom('release_event').where('id', '=', id).execute()
}

const changeSomething = async (db: Db, random: (below: number) => number): Promise<void> => {
  const [events, people, counts] = [await idsOf(db, 'release_event'), await idsOf(db, 'detainee'), await idsOf(db, 'release_count')]
  const pick = (ids: readonly number[]) => ids[random(ids.length)] ?? 1
  const best = random(200)
  const acts: (() => Promise<unknown>)[] = [
    () => withdrawEvent(db, pick(events)),
    () => db.updateTable('release_event').set({ title: `Changed ${best}` }).where('id', '=', pick(events)).execute(),
    () => db.updateTable('release_count').set({ best, lowest: best, highest: best + 3, qualifier: 'range' }).where('id', '=', pick(counts)).execute(),
    () => db.updateTable('release_count').set({ state: 'rejected' }).where('id', '=', pick(counts)).execute(),
    () => db.updateTable('detainee').set({ visibility: (['withheld', 'name_withheld', 'public'] as const)[random(3)] ?? 'public' }).where('id', '=', pick(people)).execute(),
    async () => {
      const [one, other] = [pick(people), pick(people)]
      const merged = await db.selectFrom('detainee').where('id', 'in', [one, other]).where('merged_into', 'is not', null).select('id').execute()
      const keeps = await db.selectFrom('detainee').where('merged_into', '=', one).select('id').execute()
      if (one !== other && merged.length + keeps.length === 0) await db.updateTable('detainee').set({ merged_into: other }).where('id', '=', one).execute()
    },
    async () => {
      const { id } = await db.insertInto('detainee').values({ occupation: 'New' }).returning('id').executeTakeFirstOrThrow()
      const text = `Ninava Novaya${id}`
      await db.insertInto('detainee_name').values({ detainee_id: id, text, folded: foldText(text), name_key: nameKey(text) }).execute()
      await db.insertInto('release_person').values({ release_event_id: pick(events), detainee_id: id }).execute()
    },
    async () => {
      const { id } = await db.insertInto('release_event').values({ title: `Added ${best}`, country: 'XV' }).returning('id').executeTakeFirstOrThrow()
      await db.insertInto('release_count').values({ release_event_id: id, dimension: 'total', cell: 'all', best, lowest: best, qualifier: 'at_least' }).execute()
    },
    async () => {
      const gone = await db.selectFrom('release_person').select('id').orderBy('id').execute()
      const one = gone[random(gone.length)]
      if (one) await db.deleteFrom('release_person').where('id', '=', one.id).execute()
    },
  ]
  await acts[random(acts.length)]?.()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-compare-'))
  register = await openRegister(folder)
  for (const batch of fictionalBatches({ detainees: 120, seed: 5 })) await loadBatch(register.db, batch)
  const random = randomOf(7)
  for (let number = 1; number <= count; number += 1) {
    const file = join(folder, `edition-${number}.sqlite`)
    // Invented surnames sound like invented towns: such texts are left out.
    const { refusals } = await lookForNames(registerFile(folder))
    const blank = refusals.map(({ key }) => key)
    const request = { number, revision: 0, note: 'for a test', publishedAt: `2026-01-0${number}T00:00:00.000Z`, blank }
    const made = await makeEdition(registerFile(folder), file, request)
    const opened = openForReading<Records>(file)
    const edition = { ...request, label: `${number}.0`, revisedAt: null, seal: null, earlier: [], ...made }
    editions.push({ open: { edition, path: file, opened, file: editionRecords(opened.db) }, close: opened.close })
    for (let turn = 0; turn < 12; turn += 1) await write(register, (db) => changeSomething(db, random)).catch(ignoreRefusedRow)
  }
})

/** A random change may break a rule of a table: then the register stays as it is, which is a change too. */
const ignoreRefusedRow = (error: unknown): void => {
  if (!String(error).includes('constraint')) throw error
}

afterAll(async () => {
  for (const { close } of editions) await close()
  await register.close()
  await rm(folder, { recursive: true, force: true })
})

test('for any two editions, the bars of every headline number add up to the difference, and it is the overview’s number', async () => {
  const number = fc.integer({ min: 0, max: count - 1 })
  await fc.assert(
    fc.asyncProperty(number, number, async (first, second) => {
      const [a, b] = [editions[first]?.open, editions[second]?.open]
      if (!a || !b) throw new Error('no such edition')
      const comparison = EditionComparison.parse(await compareEditions(a, b))
      for (const { headline, before, after, bars } of comparison.headlines) {
        expect(before + bars.reduce((sum, bar) => sum + bar.change, 0), headline).toBe(after)
        expect(new Set(bars.map(({ reason }) => reason)).size).toBe(bars.length)
      }
      const [was, is] = [await findOverview(a.file, {}), await findOverview(b.file, {})]
      const headline = Object.fromEntries(comparison.headlines.map((waterfall) => [waterfall.headline, waterfall]))
      expect([headline['releases_lowest']?.before, headline['releases']?.before, headline['releases_highest']?.before]).toEqual([
        was.releases.reported.lowest,
        was.releases.reported.best,
        was.releases.reported.highest,
      ])
      expect([headline['events']?.after, headline['named']?.after]).toEqual([is.releases.events, is.named.people])
      for (const { before, after, added, merged, withdrawn, protected: hidden, kind } of comparison.kinds) {
        expect(before + added.total - merged.total - withdrawn.total - hidden, kind).toBe(after)
      }
      const isSame = comparison.kinds.every(({ added, corrected }) => added.total + corrected.total === 0)
      expect(isSame || first !== second).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('a corrected record is told field by field, and every bar has a reason that occurs', async () => {
  const [first] = editions
  const last = editions.at(-1)
  if (!first || !last) throw new Error('no editions')
  const { headlines, kinds } = await compareEditions(first.open, last.open)
  const reasons = new Set(headlines.flatMap(({ bars }) => bars.map(({ reason }) => reason)))
  expect(reasons.size).toBeGreaterThan(5)
  const events = kinds.find(({ kind }) => kind === 'release_event')
  const changes = events?.corrected.records.flatMap((record) => record.changes) ?? []
  expect(changes).toContainEqual(expect.objectContaining({ field: 'title', after: expect.stringMatching(/^Changed/) as unknown }))
  expect(changes.every(({ before, after }) => before !== after)).toBe(true)
  const unnamed = changes.filter(({ on }) => on.record !== 'release_event' && (on.label ?? '') === '')
  expect(unnamed).toEqual([])
})

test('someone who is not public is never listed: only counted', async () => {
  for (const [index, { open }] of editions.entries()) {
    const next = editions[index + 1]?.open
    if (!next) continue
    const hidden = await next.file.db.selectFrom('detainee').where('visibility', '<>', 'public').select('id').execute()
    const { kinds } = await compareEditions(open, next)
    const people = kinds.find(({ kind }) => kind === 'detainee')
    const listed = [people?.added, people?.corrected, people?.merged].flatMap((list) => list?.records.map(({ id }) => id) ?? [])
    for (const { id } of hidden) expect(listed).not.toContain(id)
    const ids = hidden.map(({ id }) => id)
    const names = await open.file.db.selectFrom('detainee_name').where('detainee_id', 'in', ids.length === 0 ? [0] : ids).select('text').execute()
    const labels = kinds.flatMap(({ corrected }) => corrected.records.flatMap(({ changes }) => changes.map(({ on }) => on.label)))
    for (const { text } of names) expect(labels).not.toContain(text)
  }
})
