import { allEndpoints } from '#contract/registry.ts'
import { openApiDocument } from '#server/http/openapi.ts'

/** As much of JSON Schema as the documents of the two doors use. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly maxLength?: number
  readonly minLength?: number
  readonly pattern?: string
  readonly format?: string
  readonly example?: unknown
  readonly default?: unknown
}

export type Parameter = { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly required?: boolean; readonly schema: Schema }
type Content = { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }

/** One operation as the OpenAPI document of a door describes it. */
export type Operation = {
  readonly method: string
  /** With its parameters in braces: `/api/detainees/{id}`. */
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: Schema | null
  /** The media types and schemas of each documented status. */
  readonly responses: Readonly<Record<string, Content>>
}

type Described = { readonly parameters?: readonly Parameter[]; readonly requestBody?: Content; readonly responses: Operation['responses'] }
export type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

/** The document that a door serves, as a reader of it would parse it. */
export const documentOf = (door: 'public' | 'desk'): Document => JSON.parse(JSON.stringify(openApiDocument(door, allEndpoints))) as Document

export const operationsIn = ({ paths }: Document): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content?.['application/json']?.schema ?? null,
      responses,
    })),
  )
