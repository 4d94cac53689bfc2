import { z } from '#contract/zod.ts'
import type { Document, Operation, Schema } from './operations.ts'

/** Reads the schemas of a document as anyone with a validator of JSON Schema would. */
export const validatorOf = (document: Document): ((schema: Schema, value: unknown) => string | null) => {
  const inPlace = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/'))
  const $defs = inPlace(document.components?.schemas ?? {})
  const made = new Map<Schema, z.ZodType>()
  return (schema, value) => {
    const parsed = made.get(schema) ?? z.fromJSONSchema({ ...(inPlace(schema) as object), $defs } as Parameters<typeof z.fromJSONSchema>[0])
    made.set(schema, parsed)
    const { success, error } = parsed.safeParse(value)
    return success ? null : error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).slice(0, 3).join('; ')
  }
}

export type Answered = { readonly status: number; readonly type: string; readonly body: unknown }

/** What an answer is that the document does not say of this operation; null where it is as described. */
export const undocumented = (operation: Operation, { status, type, body }: Answered, validate: ReturnType<typeof validatorOf>): string | null => {
  const described = operation.responses[String(status)]
  if (described === undefined) return `answers ${status}, which the document does not have: ${JSON.stringify(body).slice(0, 200)}`
  const content = Object.entries(described.content ?? {})
  if (content.length === 0) return null
  const media = type.replace(/;.*/, '')
  const found = content.find(([name]) => name === media)
  if (found === undefined) return `answers ${status} as ${media}, not as ${content.map(([name]) => name).join(' or ')}`
  const [, { schema }] = found
  const wrong = schema && media === 'application/json' ? validate(schema, body) : null
  return wrong === null ? null : `answers ${status} otherwise than its schema says: ${wrong}`
}
