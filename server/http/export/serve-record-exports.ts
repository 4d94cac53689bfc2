import { Readable } from 'node:stream'
import type { Request, Response, Router } from 'express'
import type { AnyEndpoint, ParamsOf, QueryOf, ResponseOf } from '#contract/endpoint.ts'
import type { ExportFormat } from '#contract/exports.ts'
import { found } from '../errors.ts'
import { parseWith } from '../parse.ts'
import type { Column, Link } from './column.ts'
import { csvOf } from './csv.ts'
import { exportName, sendFile } from './send.ts'
import { type ExportContext, dayOf, mediaTypes } from './serve-exports.ts'
import { aboutSheet, linkOf, viewOf } from './view.ts'
import { type Sheet, sheetOf, xlsxEntries } from './xlsx.ts'
import { zipOf } from './zip.ts'

/** A record as it is taken along: its row in its list, and itself with all that hangs on it. */
export type ExportedRecord<E extends AnyEndpoint, Row> = {
  /** "detainee": what is not there when it is not found. */
  readonly noun: string
  /** Title of the sheet of its row: that of the list. */
  readonly title: string
  readonly columns: readonly Column<Row>[]
  readonly findRecord: (params: ParamsOf<E>, query: QueryOf<E>) => Promise<ResponseOf<E> | null>
  readonly findRow: (record: ResponseOf<E>, query: QueryOf<E>) => Promise<Row | null>
  /** "Release event R-3": without a name, for it becomes the name of a file. */
  readonly sentence: (record: ResponseOf<E>) => string
  /** More sheets beside the row: its evidence. */
  readonly sheets: (record: ResponseOf<E>, link: Link) => Sheet[]
}

/** Rows that are at hand, as a stream of one chunk. */
export async function* once<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[], void, undefined> {
  yield rows
}

/**
 * Mounts `.csv` (its row, in the columns of its list), `.json` (the whole record as the API
 * answers it) and `.xlsx` (its row and its evidence) beside a record. 404 where there is none.
 */
export const serveRecordExports = <E extends AnyEndpoint, Row>(
  router: Router,
  endpoint: E,
  { noun, title, columns, findRecord, findRow, sentence, sheets }: ExportedRecord<E, Row>,
  { edition: editionOf, guard }: ExportContext,
): void => {
  const serve = (
    format: ExportFormat,
    makeBody: (record: ResponseOf<E>, query: QueryOf<E>, request: Request) => Promise<() => Readable>,
  ) => {
    router.get(`${endpoint.path}.${format}`, async (request: Request, response: Response) => {
      await guard?.({ ...endpoint, logged: 'exported' }, request, response)
      const params = parseWith(endpoint.params ?? never(endpoint), request.params, 'path') as ParamsOf<E>
      const query = parseWith(endpoint.query ?? never(endpoint), request.query, 'query') as QueryOf<E>
      const record = endpoint.response.parse(found(await findRecord(params, query), noun)) as ResponseOf<E>
      const body = await makeBody(record, query, request)
      const edition = await editionOf()
      const name = exportName(sentence(record), edition?.label ?? null, format)
      await sendFile(request, response, { type: mediaTypes[format], name, body })
    })
  }
  serve('json', async (record) => () => Readable.from([`${JSON.stringify(record)}\n`]))
  serve('csv', async (record, query, request) => {
    const row = found(await findRow(record, query), noun)
    return () => Readable.from(csvOf(columns, once([row]), linkOf(request)))
  })
  serve('xlsx', async (record, query, request) => {
    const row = found(await findRow(record, query), noun)
    const edition = await editionOf()
    const link = linkOf(request)
    const about = aboutSheet(() => viewOf(request, sentence(record), 1, edition))
    const all = [sheetOf(title, columns, () => once([row]), link), ...sheets(record, link), about]
    return () => zipOf(xlsxEntries(all), dayOf(edition))
  })
}

const never = (endpoint: AnyEndpoint): never => {
  throw new Error(`${endpoint.path} has exports but does not say what it takes`)
}
