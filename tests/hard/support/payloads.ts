import type { Json } from '#tests/support/oddities.ts'
import type { Client } from '../../server/desk/support/client.ts'
import { type Schema, documentOf } from './operations.ts'

/*
 * Text that a browser would run as a page, and a spreadsheet as a formula, wherever someone who
 * enters a record can type.
 */

let made = 0

/** Runs where it is taken for markup, and begins as a formula does; each is another. Short enough for the shortest field of a form. */
export const payload = (): string => {
  made += 1
  const spoken = ['<svg onload=ran=1>', '<img src=x onerror=ran=1>', '"><script>ran=1</script>', "' onfocus=ran=1 autofocus x='", '${ran=1}{{ran=1}}'][made % 5] ?? ''
  return `${['=', '+', '@'][made % 3] ?? '='}1 Ola ${spoken}${made}`
}

type Kind = 'release_event' | 'detainee' | 'sanctions_action' | 'source'

const document = documentOf('desk')

const resolved = (schema: Schema): Schema =>
  schema.$ref === undefined ? schema : (document.components?.schemas?.[schema.$ref.replace(/^.*\//, '')] ?? {})

const branches = (schema: Schema): readonly Schema[] => (resolved(schema).anyOf ?? resolved(schema).oneOf ?? [resolved(schema)]).map(resolved)

const bodySchemaOf = (kind: Kind): Schema => {
  const operation = document.paths['/api/proposals']?.['post']
  const kinds = operation?.requestBody?.content?.['application/json']?.schema
  const found = (kinds ? branches(kinds) : []).find(({ properties }) => properties?.['kind']?.const === kind)
  return found?.properties?.['body'] ?? {}
}

/** A text that someone types, as far as the document says: no code, no pattern. */
const isTyped = ({ type, enum: codes, const: fixed, pattern, format }: Schema): boolean =>
  type === 'string' && codes === undefined && fixed === undefined && pattern === undefined && format === undefined

/** These tie rows to their sources: the form makes them up. */
const ties = new Set(['key', 'source'])

/** The body with a payload in every place that may hold a text, but for the places given. */
const withPayloads = (schema: Schema, value: Json, kept: ReadonlySet<string>, path = 'body'): Json => {
  if (kept.has(path)) return value
  const objects = branches(schema)
  if (Array.isArray(value)) {
    const items = objects.find(({ type }) => type === 'array')?.items ?? {}
    return value.map((item, index) => withPayloads(items, item, kept, `${path}.${index}`))
  }
  if (typeof value === 'object' && value !== null) {
    const properties = objects.find((one) => one.properties)?.properties ?? {}
    const names = [...new Set([...Object.keys(properties), ...Object.keys(value)])].filter((name) => !ties.has(name))
    const filled = names.flatMap((name) => {
      const put = withPayloads(properties[name] ?? {}, value[name] ?? null, kept, `${path}.${name}`)
      return put === null && value[name] === undefined ? [] : [[name, put] as const]
    })
    return { ...value, ...Object.fromEntries(filled) }
  }
  return objects.some(isTyped) && typeof value !== 'number' && typeof value !== 'boolean' ? payload() : value
}

export type Laden = { readonly body: Json; readonly refused: readonly string[] }

/**
 * A body of this kind with a payload in every field that takes one: those that the desk refuses
 * (days, addresses, codes) keep what they had and are listed. Throws where it refuses all of it.
 */
export const ladenBody = async (client: Client, kind: Kind, base: Json): Promise<Laden> => {
  const kept = new Set<string>()
  for (let turn = 0; turn < 40; turn += 1) {
    const body = withPayloads(bodySchemaOf(kind), base, kept)
    const answer = await client.post('/previews', { kind, reason: 'Entered for a test', body })
    if (answer.status === 200) return { body, refused: [...kept] }
    const fields = Object.keys(answer.body.error.fields ?? {})
    const before = kept.size
    for (const field of fields) kept.add(field)
    if (kept.size === before) throw new Error(`The ${kind} is refused: ${JSON.stringify(answer.body)}`)
  }
  throw new Error(`The ${kind} is refused again and again: ${[...kept].join(', ')}`)
}
