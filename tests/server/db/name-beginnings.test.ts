import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { indexedNames } from '#server/db/indexed-names.ts'
import { migrate } from '#server/db/migrate.ts'
import { plainNames } from '#server/db/plain-names.ts'
import type { Records } from '#server/db/records.ts'
import { type Opened, openForMaking } from '#server/db/sqlite.ts'
import { indexNames } from '#server/editions/name-index.ts'
import { foldText } from '#server/names/fold.ts'
import { nameKey } from '#server/names/key.ts'
import { mostCandidates } from '#server/names/name-candidates.ts'
import { searchWords } from '#server/names/search-words.ts'

/*
 * What the first letters of very many names find: the same, in the same order, whether the first of
 * them are kept, all are looked up, or every name is read.
 */

const syllables = ['mi', 'dra', 'dor', 'ska', 'blu', 'mak', 'ro', 'tel', 'vun', 'shi', 'kar', 'no']
const part = (at: number): string => syllables[at % syllables.length] ?? ''
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const people = 3000
const inventedName = (at: number): string =>
  `${capital(part(at) + part(at >> 2) + part(at >> 4))} ${capital(part(at >> 1) + part(at >> 3) + part(at >> 5) + part(at >> 7))}`

let folder: string
let opened: Opened<Records>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-names-'))
  opened = openForMaking(join(folder, 'names.sqlite'))
  await migrate(opened, ['records'])
  opened.raw.pragma('foreign_keys = OFF')
  const insert = opened.raw.prepare(`INSERT INTO detainee_name (id, detainee_id, text, lang, script, kind, folded, name_key)
    VALUES (?, ?, ?, 'en', 'Latn', 'primary', ?, ?)`)
  opened.raw.exec('BEGIN')
  // Ids that do not follow the alphabet.
  for (let at = 1; at <= people; at += 1) {
    const text = inventedName(at * 7)
    insert.run(at, at, text, foldText(text), nameKey(text))
  }
  indexNames(opened.raw)
  opened.raw.exec('COMMIT')
})

afterAll(async () => {
  await opened.close()
  await rm(folder, { recursive: true, force: true })
})

const beginnings = [...new Set(syllables.flatMap((one) => [one, one.slice(0, 2), ...syllables.map((two) => one + two.slice(0, 2))]))]

test('a beginning that more names have than are scored gives the first of them, as reading every name does', async () => {
  const find = indexedNames(opened.db)
  const read = plainNames(opened.db)
  let many = 0
  for (const typed of [...beginnings, 'Ми', 'скабл', 'mi ska', 'dra b']) {
    const words = searchWords(typed)
    const found = await find(words)
    expect(found, typed).toEqual(await read(words))
    if (found.length === mostCandidates) many += 1
  }
  expect(many).toBeGreaterThan(10)
})

test('an edition that keeps no beginnings answers the same', async () => {
  const before = await indexedNames(opened.db)(searchWords('mi'))
  opened.raw.exec('ALTER TABLE name_beginning RENAME TO name_beginning_aside')
  const without = await indexedNames(opened.db)(searchWords('mi'))
  opened.raw.exec('ALTER TABLE name_beginning_aside RENAME TO name_beginning')
  expect(without).toEqual(before)
})
