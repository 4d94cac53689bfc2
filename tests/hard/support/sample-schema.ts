import type { Random } from '#seed/fictional/random.ts'
import type { Document, Schema } from './operations.ts'

/** What a register holds that an invented request may ask about. */
export type Known = {
  readonly ids: readonly (number | string)[]
  readonly words: readonly string[]
  readonly countries: readonly string[]
  readonly cursors: readonly string[]
  /** Of accounts, sessions and invitations. */
  readonly keys: readonly string[]
}

const days = ['2019-05-01', '2021-12-31', '2022-02-28', '2023-06-15', '2024-02-29', '2025-09-11']

/** In a pattern, this is the number of a record: a prefix may stand before it. */
const idPattern = /\[1-9\](?:\[0-9\]|\\d)\{0,\d+\}/

const sampleText = (schema: Schema, name: string, random: Random, known: Known): string => {
  const { pattern = '', format, maxLength = 200, minLength = 0 } = schema
  if (idPattern.test(pattern)) {
    const [, prefixes = ''] = /\^\(\?:([A-Z|]+)\)?-/.exec(pattern) ?? /\^\(\?:([A-Z|]+)-\)/.exec(pattern) ?? []
    const prefix = random.pick(prefixes.split('|'))
    const optional = pattern.includes('-)?')
    return (prefix === '' || (optional && random.chance(0.7)) ? '' : `${prefix}-`) + String(random.pick(known.ids))
  }
  if (format === 'date' || pattern.startsWith('^(?:(?:\\d\\d[2468]')) return random.pick(days)
  if (format === 'email') return `${random.pick(['someone', 'a.b', 'nobody'])}@example.org`
  if (format === 'base64' || pattern.includes('a-zA-Z+/]{4}')) return Buffer.from(random.pick(known.words)).toString('base64')
  if (pattern === '^[A-Z][a-z]{3}$') return random.pick(['Latn', 'Cyrl'])
  if (pattern === '^\\/.*') return '/release-events?destination=LT'
  if (schema.example === 'LT') return random.pick(known.countries)
  if (name === 'cursor' && known.cursors.length > 0) return random.pick(known.cursors)
  if (name === 'id' || name === 'account') return random.pick(known.keys)
  const word = random.pick(known.words)
  return word.padEnd(minLength, 'x').slice(0, maxLength)
}

const sampleNumber = ({ type, minimum, exclusiveMinimum, maximum }: Schema, random: Random, known: Known): number => {
  const lowest = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1)
  if (type === 'number') return random.int(0, 100) / 100
  const numbers = known.ids.map(Number).filter((id) => id >= lowest && id <= (maximum ?? Infinity))
  if (numbers.length > 0 && random.chance(0.6)) return random.pick(numbers)
  return random.int(Math.max(lowest, -5), Math.min(maximum ?? 40, 40))
}

/** A value that a schema of the document allows; what is optional is left out more often than not. */
export const sampleOf = (document: Document, schema: Schema, random: Random, known: Known, name = ''): unknown => {
  const sample = (one: Schema, of = name): unknown => sampleOf(document, one, random, known, of)
  if (schema.$ref !== undefined) return sample(document.components?.schemas?.[schema.$ref.replace(/^.*\//, '')] ?? {})
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return random.pick(schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return sample(random.pick(either))
  if (schema.type === 'array') {
    const fewest = schema.minItems ?? 0
    return Array.from({ length: random.int(fewest, Math.max(fewest, 2)) }, () => sample(schema.items ?? {}))
  }
  if (schema.type === 'object') {
    const required = new Set(schema.required)
    const kept = Object.entries(schema.properties ?? {}).filter(([key]) => required.has(key) || random.chance(0.3))
    return Object.fromEntries(kept.map(([key, value]) => [key, sample(value, key)]))
  }
  if (schema.type === 'boolean') return random.chance(0.5)
  if (schema.type === 'null') return null
  if (schema.type === 'integer' || schema.type === 'number') return sampleNumber(schema, random, known)
  return sampleText(schema, name, random, known)
}
