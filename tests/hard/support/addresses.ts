import type { Random } from '#seed/fictional/random.ts'
import type { Document, Operation } from './operations.ts'
import { type Known, sampleOf } from './sample-schema.ts'

/** What no schema takes, or what a careless program would pass on. */
const oddValues = ['', ' ', "' OR 1=1 --", '%', '\\', '-1', '0', '1e9', '999999999999999999', 'null', '[object Object]', '../../etc/passwd', 'ї'.repeat(300)]
const oddNames = ['colour', 'visibility', 'withheld', '__proto__', 'constructor', 'Q', 'q[]', 'limit[gt]', 'deleted']

const asText = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(',') : String(value))

/** How often an optional parameter is given: about three of them, however many there are. */
const givenOf = (count: number): number => Math.min(0.5, 3 / Math.max(count, 1))

/**
 * An address of an operation, as its document describes it. A `broken` one has something in it
 * that the document does not allow, mostly.
 */
export const addressOf = (document: Document, { path, parameters }: Operation, random: Random, known: Known, broken = false): string => {
  const valueOf = (schema: object, name: string): string =>
    broken && random.chance(0.4) ? random.pick(oddValues) : asText(sampleOf(document, schema, random, known, name))
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  const filled = inPath.reduce((whole, { name, schema }) => whole.replace(`{${name}}`, encodeURIComponent(valueOf(schema, name)) || '0'), path)
  const given = inQuery.filter(({ name, required }) => required || name === 'q' && random.chance(0.3) || random.chance(givenOf(inQuery.length)))
  const pairs = given.map(({ name, schema }) => [name, valueOf(schema, name)] as const)
  if (broken && random.chance(0.3)) pairs.push([random.pick(oddNames), random.pick(oddValues)])
  if (broken && random.chance(0.1) && pairs[0]) pairs.push(pairs[0])
  const query = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')
  return query === '' ? filled : `${filled}?${query}`
}
