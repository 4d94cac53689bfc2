import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SearchAnswer } from '#contract/search.ts'
import type { Records } from '#server/db/records.ts'
import { openForMaking, openForReading } from '#server/db/sqlite.ts'
import { makeEdition } from '#server/editions/make-edition.ts'
import { loadBatch } from '#server/register/load-batch.ts'
import { openRegister, registerFile } from '#server/register/open.ts'
import { fictionalBatches } from '#seed/fictional.ts'
import { type ReadApi, editionRecords, readApi, registerRecords } from '../../support/read-api.ts'
import { type TwoMounts, openTwoMounts } from '../../support/two-mounts.ts'

/*
 * The search over invented people: the desk and the public find the same, and nobody whose name
 * is withheld is found by it in an edition.
 */

let mounts: TwoMounts
let fromRegister: ReadApi
let fromEdition: ReadApi
type Named = { readonly person: number; readonly text: string }
let people: readonly Named[]
let names: readonly string[]

beforeAll(async () => {
  mounts = await openTwoMounts({ detainees: 300, seed: 5 })
  ;({ fromRegister, fromEdition } = mounts)
  people = mounts.edition.raw.prepare<[], Named>('SELECT detainee_id AS person, text FROM detainee_name').all()
  names = people.map((row) => row.text)
})

afterAll(() => mounts.close())

const address = (q: string, more: Record<string, string> = {}) => `/search?${new URLSearchParams({ q, ...more }).toString()}`

const search = async (api: ReadApi, q: string): Promise<SearchAnswer> => {
  const answer = await api.get(address(q, { limit: '50' }))
  expect(answer.status).toBe(200)
  return SearchAnswer.parse(answer.json())
}

const swapped = (text: string, at: number): string => {
  const letters = [...text]
  const [a = '', b = ''] = letters.slice(at, at + 2)
  return [...letters.slice(0, at), b, a, ...letters.slice(at + 2)].join('')
}
const turned = (text: string): string => text.split(' ').toReversed().join(' ')
const withInitial = (text: string): string => text.replace(/^(\p{L})\S*/u, '$1.')

/** A name as somebody might type it: turned round, half, with a letter lost or two swapped, with an initial. */
const typedName = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 6 })).map(([which, where, how]) => {
  const name = names[which % names.length] ?? ''
  const at = 1 + (where % Math.max(1, name.length - 2))
  return [name, turned(name), name.slice(0, at), name.slice(0, at) + name.slice(at + 1), swapped(name, at), withInitial(name), name.slice(at)][how] ?? name
})
const typed = fc
  .oneof(typedName, fc.constantFrom('invented', 'potash', 'xv', 'a', 'в', 'teacher', 'gate of the colony', 'order 4'), fc.string({ unit: 'binary', maxLength: 40 }))
  .filter((q) => q.trim() !== '' && q.length <= 200)

test('whatever is typed, the register and an edition of it answer alike', async () => {
  await fc.assert(
    fc.asyncProperty(typed, fc.constantFrom('yes', 'no'), fc.integer({ min: 1, max: 50 }), async (q, exact, limit) => {
      const path = address(q, { exact, limit: String(limit) })
      const [a, b] = await Promise.all([fromRegister.get(path), fromEdition.get(path)])
      expect(a.status, path).toBe(200)
      expect(a.text, path).toBe(b.text)
    }),
    { numRuns: 300 },
  )
})

test('an edition published without tables of words is searched all the same', async () => {
  const file = join(mounts.folder, 'edition.sqlite')
  const older = join(mounts.folder, 'older.sqlite')
  await copyFile(file, older)
  const making = openForMaking(older)
  for (const table of ['name_word_form', 'name_word_use', 'name_word']) making.raw.exec(`DROP TABLE ${table}`)
  await making.close()
  const opened = openForReading<Records>(older)
  const api = await readApi(editionRecords(opened))
  const q = turned(names[0] ?? '')
  expect(await search(api, q)).toEqual(await search(fromEdition, q))
  await api.close()
  await opened.close()
})

test('every invented person is found by their name turned round, and with two letters swapped', async () => {
  for (const { person, text } of people.filter((_, index) => index % 12 === 0)) {
    for (const q of [turned(text), swapped(text, text.length - 3), withInitial(text)]) {
      const found = await search(fromEdition, q)
      expect(found.people.hits.map((hit) => hit.id), `${q} for ${text}`).toContain(person)
    }
  }
})

test('a withheld name is found at the desk and by nobody in an edition', async () => {
  const guarded = await mkdtemp(join(tmpdir(), 'habeas-search-guarded-'))
  const desk = await openRegister(guarded)
  for (const batch of fictionalBatches({ detainees: 120, seed: 9 })) await loadBatch(desk.db, batch)
  const file = join(guarded, 'edition.sqlite')
  await makeEdition(registerFile(guarded), file, { number: 1, revision: 0, note: 'for a test', publishedAt: '2026-01-01T00:00:00.000Z' })
  const made = openForReading<Records>(file)
  const [atDesk, inPublic] = [await readApi(registerRecords(desk)), await readApi(editionRecords(made))]
  try {
    const hidden = await desk.db
      .selectFrom('detainee_name')
      .innerJoin('detainee', 'detainee.id', 'detainee_name.detainee_id')
      .where('visibility', '<>', 'public')
      .select(['detainee_id', 'text', 'visibility'])
      .execute()
    expect(hidden.length).toBeGreaterThan(3)
    for (const { detainee_id, text, visibility } of hidden) {
      for (const q of [text, turned(text), ...text.split(' ')]) {
        expect((await search(atDesk, q)).people.hits.map((hit) => hit.id), q).toContain(detainee_id)
        const found = await search(inPublic, q)
        expect(found.people.hits.map((hit) => hit.id), q).not.toContain(detainee_id)
      }
      const number = `D-${detainee_id}`
      expect((await search(atDesk, number)).people.hits[0]).toMatchObject({ ref: number, why: 'Its number' })
      const [byNumber] = (await search(inPublic, number)).people.hits
      if (visibility === 'withheld') expect(byNumber?.ref).not.toBe(number)
      else expect(byNumber).toMatchObject({ ref: number, name: null })
    }
  } finally {
    await atDesk.close()
    await inPublic.close()
    await desk.close()
    await made.close()
    await rm(guarded, { recursive: true, force: true })
  }
})
