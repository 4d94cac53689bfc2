import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildDoorsInto } from '#server/cli/build-doors.ts'

const folder = mkdtempSync(join(tmpdir(), 'habeas-doors-'))
/** Where `npm start` puts them: places are said from there. */
const outDir = pathToFileURL(`${fileURLToPath(new URL('../../dist/doors', import.meta.url))}/`)

beforeAll(() => buildDoorsInto(folder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const codeOf = (file: string): string => readFileSync(join(folder, file), 'utf8')

const matchesIn = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found)

/** A built file and all that it imports, at once or later. */
const reachedFrom = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const next of matchesIn(codeOf(file), /(?:from|import|import\()\s?"\.\/([^"]+)"/g)) reachedFrom(next, seen)
  return seen
}

const sourcesIn = (file: string): string[] => [...reachedFrom(file)].flatMap((one) => matchesIn(codeOf(one), /^\/\/ ((?:server|contract)\/\S+\.ts)$/gm))

test.each(['public.js', 'public-reader.js'])('%s holds nothing of the desk and nothing of the register', (file) => {
  const sources = sourcesIn(file)
  expect(sources).toContain('server/public-app.ts')
  expect(sources.filter((source) => /^server\/(?:desk|register|imports)\//.test(source))).toEqual([])
})

test('files and programs beside a source are found from the built doors', () => {
  const built = readdirSync(folder)
  const places = built.flatMap((file) => matchesIn(codeOf(file), /new URL\("((?:\.\.?\/)[^"]+)", import\.meta\.url\)/g))
  expect(places).toContain('../../server/desk/accounts/check-new-password.ts')
  const missing = places.filter((place) => (place.startsWith('./') ? !built.includes(place.slice(2)) : !existsSync(new URL(place, outDir))))
  expect(missing).toEqual([])
})
