import { type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, createDocument } from 'zod-openapi'
import { type Roles, rolesAtTheDesk } from '#contract/access.ts'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { type ExportFormat, exportFormats } from '#contract/exports.ts'
import { z } from '#contract/zod.ts'
import { version } from '../version.ts'
import { mediaTypes } from './export/serve-exports.ts'
import { refusalsOf } from './openapi-refusals.ts'

type Door = 'public' | 'desk'
type OpenApiDocument = ReturnType<typeof createDocument>

const asOpenApiPath = (path: string): string => path.replaceAll(/:([a-z]+)/gi, '{$1}')

const operationId = (endpoint: AnyEndpoint, suffix = ''): string =>
  `${endpoint.method}${endpoint.path.replaceAll(/[^a-z]+([a-z]?)/gi, (_, letter: string) => letter.toUpperCase())}${suffix}`

const objectOf = (schema: z.ZodType | undefined): z.ZodObject | undefined =>
  schema instanceof z.ZodObject ? schema : undefined

const headersOf = (endpoint: AnyEndpoint): z.ZodObject | undefined => {
  const headers = {
    ...(endpoint.ifMatch ? { 'If-Match': z.string().meta({ description: 'ETag of the version this is based on' }) } : {}),
    ...(endpoint.idempotent
      ? { 'Idempotency-Key': z.string().min(8).max(200).meta({ description: 'The same key gives the same answer' }) }
      : {}),
  }
  return Object.keys(headers).length > 0 ? z.object(headers) : undefined
}

/** What an operation of a door asks of its caller: nothing at the public one. */
const rolesAt = (door: Door, endpoint: AnyEndpoint): Roles => (door === 'desk' ? rolesAtTheDesk(endpoint) : 'anyone')

const accessOf = (door: Door, roles: Roles) => ({
  ...(roles === 'anyone' ? {} : { security: [{ session: [] }] }),
  ...(door === 'desk' ? { 'x-roles': roles } : {}),
})

const operation = (endpoint: AnyEndpoint, door: Door): ZodOpenApiOperationObject => {
  const path = objectOf(endpoint.params)
  const query = objectOf(endpoint.query)
  const header = headersOf(endpoint)
  const roles = rolesAt(door, endpoint)
  return {
    operationId: operationId(endpoint),
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.description ? { description: endpoint.description } : {}),
    requestParams: { ...(path ? { path } : {}), ...(query ? { query } : {}), ...(header ? { header } : {}) },
    ...(endpoint.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: endpoint.body } } } }
      : {}),
    responses: {
      [String(endpoint.status ?? 200)]: {
        description: endpoint.file?.description ?? 'The answer',
        content: endpoint.file ? { [endpoint.file.type]: {} } : { 'application/json': { schema: endpoint.response } },
      },
      ...refusalsOf(endpoint, roles, door),
    },
    ...accessOf(door, roles),
  } as ZodOpenApiOperationObject
}

const exportedList: Readonly<Record<ExportFormat, string>> = {
  csv: 'UTF-8 with a byte order mark, codes and labels; texts that a spreadsheet would run begin with an apostrophe',
  json: '{ "data": [ … ] }, the rows of the list',
  xlsx: 'A sheet of the rows, numbers as numbers and text as text, and one that says what they are',
}

const exportedRecord: Readonly<Record<ExportFormat, string>> = {
  csv: 'Its row, in the columns of its list',
  json: 'The whole record',
  xlsx: 'Its row, what it rests on, and a sheet that says what they are',
}

/** `.csv`, `.json` and `.xlsx`: of a list the whole filtered set without paging, of a record itself. */
const exportOperation = (endpoint: AnyEndpoint, format: ExportFormat, door: Door): ZodOpenApiOperationObject => {
  const path = objectOf(endpoint.params)
  const query = objectOf(endpoint.query)
  const filters = query ? z.object(withoutPaging(query.shape)) : undefined
  return {
    operationId: operationId(endpoint, format.toUpperCase()),
    tags: [endpoint.tag],
    summary: `${endpoint.summary}: ${path ? '' : 'the whole set '}as ${format.toUpperCase()}`,
    requestParams: { ...(path ? { path } : {}), ...(filters ? { query: filters } : {}) },
    responses: {
      '200': {
        description: path ? exportedRecord[format] : exportedList[format],
        content: { [mediaTypes[format].replace(/;.*/, '')]: {} },
      },
      ...refusalsOf({ ...endpoint, fresh: path === undefined }, rolesAt(door, endpoint), door),
    },
    ...accessOf(door, rolesAt(door, endpoint)),
  } as ZodOpenApiOperationObject
}

const withoutPaging = (shape: z.ZodObject['shape']): z.ZodObject['shape'] =>
  Object.fromEntries(Object.entries(shape).filter(([name]) => name !== 'limit' && name !== 'cursor'))

const pathsOf = (endpoints: readonly AnyEndpoint[], door: Door, mount: string): ZodOpenApiPathsObject => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const endpoint of endpoints) {
    const path = mount + asOpenApiPath(endpoint.path)
    paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint, door) }
    if (!endpoint.exports) continue
    for (const format of exportFormats) {
      paths[`${path}.${format}`] = { get: exportOperation(endpoint, format, door) }
    }
  }
  return paths
}

/** The OpenAPI 3.1 document of one door, made from those of the contract's endpoints that it serves. */
export const openApiDocument = (door: Door, endpoints: readonly AnyEndpoint[]): OpenApiDocument => {
  const served = endpoints.filter((endpoint) => endpoint.on === 'records' || endpoint.on === door || (endpoint.on === 'edition' && door === 'public'))
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: door === 'public' ? 'Habeas: public API' : 'Habeas: API of the desk',
      version,
      license: { name: 'AGPL-3.0-or-later (the program; see the licence of the data on its own)', identifier: 'AGPL-3.0-or-later' },
      description:
        door === 'public'
          ? 'Answers from the latest edition. The same addresses under /api/editions/{number} answer from a pinned one, whatever is published later.'
          : 'Answers from the register. Changes are proposals: they carry If-Match or Idempotency-Key, and each operation names its roles.',
    },
    ...(door === 'desk'
      ? { components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'habeas_desk' } } } }
      : {}),
    paths: pathsOf(served, door, '/api'),
  })
}
