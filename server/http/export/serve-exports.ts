import { Readable } from 'node:stream'
import type { Request, Response, Router } from 'express'
import type { Edition } from '#contract/editions.ts'
import type { AnyEndpoint, QueryOf } from '#contract/endpoint.ts'
import type { ExportFormat } from '#contract/exports.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { badRequest } from '../errors.ts'
import { parseWith } from '../parse.ts'
import type { Guard } from '../serve.ts'
import type { Column, Link } from './column.ts'
import { csvOf } from './csv.ts'
import { jsonOf } from './json.ts'
import { exportName, letGoWhenIdle, sendFile } from './send.ts'
import { aboutSheet, linkOf, viewOf } from './view.ts'
import { type Chunk, walk } from './walk.ts'
import { mostSheetRows, sheetOf, xlsxEntries, xlsxType } from './xlsx.ts'
import { zipOf } from './zip.ts'

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: xlsxType,
}

export type Page = { readonly limit: number; readonly cursor: string | undefined }

/** A list as it is taken along. */
export type ExportedList<Query, Row> = {
  /** Title of its sheet. */
  readonly title: string
  readonly columns: readonly Column<Row>[]
  readonly find: (query: Query, page: Page) => Promise<Chunk<Row>>
  /** All rows, some at a time, where that is less work than page after page. */
  readonly all?: (query: Query) => AsyncIterable<readonly Row[]>
  /** The whole CSV where it is kept for this query; null where it has to be written. */
  readonly keptCsv?: (query: Query, link: Link) => Promise<AsyncIterable<Uint8Array> | null>
  readonly count: (query: Query) => Promise<number>
  /** The filter in words; the search words are left out where `query` has none. */
  readonly sentence: (query: Query, rows?: number) => string
}

/** All rows of a list. It stops where its reader does. */
export const allRows = <Query, Row>({ find, all }: Pick<ExportedList<Query, Row>, 'find' | 'all'>, query: Query): AsyncIterable<readonly Row[]> =>
  all?.(query) ?? walk((page) => find(query, page))

export type ExportContext = {
  /** What is behind the door now. A download holds on to what it began with. */
  readonly file: () => RecordFile
  readonly edition: () => Promise<Edition | null>
  readonly guard: Guard | undefined
}

/** Files from an edition carry its day, those of the register the day they are taken. */
export const dayOf = (edition: Edition | null): Date => (edition ? new Date(edition.publishedAt) : new Date())

/** A search word may be a name: it does not go into the name of a file, which is seen by others. */
const withoutWords = <Query>(query: Query): Query => ({ ...query, q: undefined })

type Asked<Query, Row> = {
  readonly list: ExportedList<Query, Row>
  readonly rows: AsyncIterable<readonly Row[]>
  /** The whole file, where it is kept. */
  readonly kept: AsyncIterable<Uint8Array> | null
  readonly total: number
  readonly request: Request
  readonly query: Query
  readonly edition: Edition | null
}

/** A list taken along whole, as far as access goes. */
export const exportOf = (endpoint: AnyEndpoint): AnyEndpoint => ({ ...endpoint, fresh: true, logged: 'exported' })

/**
 * Mounts `.csv`, `.json` and `.xlsx` beside a list: the whole filtered set, streamed, with the
 * same parameters but no paging. Answers 400 where a sheet cannot hold that many rows.
 */
export const serveExports = <E extends AnyEndpoint, Row>(
  router: Router,
  endpoint: E,
  listOf: (file: RecordFile) => ExportedList<QueryOf<E>, Row>,
  { file, edition: editionOf, guard }: ExportContext,
): void => {
  const bodies: Record<ExportFormat, (asked: Asked<QueryOf<E>, Row>) => Readable> = {
    csv: ({ list, rows, kept, request }) => Readable.from(kept ?? csvOf(list.columns, rows, linkOf(request))),
    json: ({ rows }) => Readable.from(jsonOf(rows)),
    xlsx: ({ list, rows, request, total, query, edition }) =>
      zipOf(
        xlsxEntries([
          sheetOf(list.title, list.columns, () => rows, linkOf(request)),
          aboutSheet(() => viewOf(request, list.sentence(query, total), total, edition)),
        ]),
        dayOf(edition),
      ),
  }
  for (const [format, body] of Object.entries(bodies) as [ExportFormat, (typeof bodies)[ExportFormat]][]) {
    router.get(`${endpoint.path}.${format}`, async (request: Request, response: Response) => {
      await guard?.(exportOf(endpoint), request, response)
      const query = parseWith(withoutPaging(endpoint, request), request.query, 'query') as QueryOf<E>
      // In one step, so that the file and what is said of it are of one edition to the end.
      const list = listOf(file())
      const edition = await editionOf()
      const total = format === 'xlsx' ? await list.count(query) : 0
      if (total > mostSheetRows) throw badRequest('These are more rows than a sheet can hold. Take the CSV, or choose fewer.')
      const kept = format === 'csv' ? ((await list.keptCsv?.(query, linkOf(request))) ?? null) : null
      // It costs next to nothing to make: whoever leaves it standing has only asked for memory.
      if (kept !== null) letGoWhenIdle(response)
      await sendFile(request, response, {
        type: mediaTypes[format],
        name: exportName(list.sentence(withoutWords(query)), edition?.label ?? null, format),
        body: () => body({ list, rows: allRows(list, query), kept, total, request, query, edition }),
      })
    })
  }
}

/** An export has no pages: `limit` and `cursor` are refused like any unknown parameter. */
const withoutPaging = (endpoint: AnyEndpoint, { query }: Request) => {
  if (!endpoint.query) throw new Error(`${endpoint.path} has exports but no query`)
  const given = ['limit', 'cursor'].find((name) => query[name] !== undefined)
  return endpoint.query.refine(() => given === undefined, {
    path: [given ?? 'limit'],
    message: 'An export has no pages: leave this out.',
  })
}
