import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Request, Response, Router } from 'express'
import { stringify } from 'csv-stringify/sync'
import type { AnyEndpoint, QueryOf } from '#contract/endpoint.ts'
import { parseWith } from './parse.ts'
import type { Guard } from './serve.ts'

/** Absolute address of a page of this site, as the visitor reached it. */
type Link = (path: string) => string

export type CsvColumn<Row> = readonly [name: string, of: (row: Row, link: Link) => string | number | boolean | null]

/** One chunk of the whole filtered set: `cursor` is undefined at first, `next` null at the end. */
export type Chunk<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

export const exportChunk = 1000

const linkOf =
  (request: Request): Link =>
  (path) =>
    `${request.protocol}://${request.host}${path}`

/** csv-stringify marks cells that a spreadsheet would run as formulas. */
const csvOptions = { bom: false, escape_formulas: true, record_delimiter: 'windows' as const }

async function* csvOf<Row>(columns: readonly CsvColumn<Row>[], chunks: AsyncIterable<readonly Row[]>, link: Link) {
  yield `\uFEFF${stringify([columns.map(([name]) => name)], csvOptions)}`
  for await (const rows of chunks) {
    if (rows.length > 0) yield stringify(rows.map((row) => columns.map(([, of]) => cell(of(row, link)))), csvOptions)
  }
}

/** Full-width signs start formulas in some spreadsheets too; csv-stringify knows the plain ones. */
const cell = (value: string | number | boolean | null): string => {
  if (value === null) return ''
  const text = String(value)
  if (typeof value === 'number') return text
  return /^[\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text
}

async function* jsonOf(chunks: AsyncIterable<readonly unknown[]>) {
  yield '{"data":['
  let separator = ''
  for await (const rows of chunks) {
    for (const row of rows) {
      yield `${separator}\n${JSON.stringify(row)}`
      separator = ','
    }
  }
  yield ']}\n'
}

/** Chunk by chunk, giving way to other requests between them. */
async function* walk<Row>(find: (cursor: string | undefined) => Promise<Chunk<Row>>) {
  let cursor: string | undefined
  for (;;) {
    const { rows, next } = await find(cursor)
    yield rows
    if (next === null) return
    cursor = next
    await nextTurn()
  }
}

type Exported<E extends AnyEndpoint, Row> = {
  readonly name: string
  readonly columns: readonly CsvColumn<Row>[]
  readonly find: (query: QueryOf<E>, chunk: { limit: number; cursor: string | undefined }) => Promise<Chunk<Row>>
  readonly guard?: Guard | undefined
}

/**
 * Mounts `.csv` and `.json` beside a list: the whole filtered set, streamed, with the same
 * parameters but no paging.
 */
export const serveExports = <E extends AnyEndpoint, Row>(
  router: Router,
  endpoint: E,
  { name, columns, find, guard }: Exported<E, Row>,
): void => {
  const rowsOf = async (request: Request, response: Response) => {
    await guard?.(endpoint, request, response)
    const { limit, cursor } = request.query
    const paging = [limit === undefined ? [] : ['limit'], cursor === undefined ? [] : ['cursor']].flat()
    const query = parseWith(withoutPaging(endpoint, paging), request.query, 'query') as QueryOf<E>
    return walk((after) => find(query, { limit: exportChunk, cursor: after }))
  }
  const attach = (response: Response, type: string, extension: string) => {
    response.type(type)
    response.attachment(`habeas-${name}.${extension}`)
  }
  router.get(`${endpoint.path}.csv`, async (request, response) => {
    const rows = await rowsOf(request, response)
    attach(response, 'text/csv; charset=utf-8', 'csv')
    await pipeline(Readable.from(csvOf(columns, rows, linkOf(request))), response)
  })
  router.get(`${endpoint.path}.json`, async (request, response) => {
    const rows = await rowsOf(request, response)
    attach(response, 'application/json; charset=utf-8', 'json')
    await pipeline(Readable.from(jsonOf(rows)), response)
  })
}

/** An export has no pages: `limit` and `cursor` are refused like any unknown parameter. */
const withoutPaging = (endpoint: AnyEndpoint, given: readonly string[]) => {
  if (!endpoint.query) throw new Error(`${endpoint.path} has exports but no query`)
  return endpoint.query.refine(() => given.length === 0, {
    path: [given[0] ?? 'limit'],
    message: 'An export has no pages: leave this out.',
  })
}
