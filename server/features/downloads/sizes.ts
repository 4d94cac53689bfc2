import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import type { ExportFile } from '#contract/exports.ts'
import type { Link } from '../../http/export/column.ts'
import { csvOf } from '../../http/export/csv.ts'
import { jsonOf } from '../../http/export/json.ts'
import type { ExportedList } from '../../http/export/serve-exports.ts'
import { once } from '../../http/export/serve-record-exports.ts'
import { type View, aboutSheet } from '../../http/export/view.ts'
import { sheetOf, xlsxEntries } from '../../http/export/xlsx.ts'
import { zipOf } from '../../http/export/zip.ts'
import { describingEntries } from './package.ts'
import type { Resource } from './resource.ts'
import type { PackagedView } from './views.ts'

/** Rows of a list that are written to measure a file of all of them. */
const sampled = 200
/** Records whose tables are written to measure a package. */
export const sampledRecords = 50

const deflated = promisify(deflateRaw)

const bytesOf = async (stream: AsyncIterable<string | Buffer>): Promise<number> => {
  let bytes = 0
  for await (const part of stream) bytes += Buffer.byteLength(part)
  return bytes
}

/** Bytes of no rows, and those of the sample scaled to `total` rows. */
const scaled = async <Row>(
  rows: readonly Row[],
  total: number,
  measure: (rows: readonly Row[]) => Promise<number>,
): Promise<number> => {
  const empty = await measure([])
  if (rows.length === 0) return empty
  return Math.round(empty + ((await measure(rows)) - empty) * (total / rows.length))
}

/** CSV, JSON and XLSX of a list: their rows, and their size measured on the first 200 of them. */
export const measureList = async <Query, Row>(
  { title, columns, find }: ExportedList<Query, Row>,
  query: Query,
  view: View,
  link: Link,
): Promise<ExportFile[]> => {
  const total = view.rows
  const { rows } = await find(query, { limit: sampled, cursor: undefined })
  const ways = {
    csv: (some: readonly Row[]) => bytesOf(csvOf(columns, once(some), link)),
    json: (some: readonly Row[]) => bytesOf(jsonOf(once(some))),
    xlsx: (some: readonly Row[]) =>
      bytesOf(zipOf(xlsxEntries([sheetOf(title, columns, () => once(some), link), aboutSheet(() => view)]), new Date(0))),
  }
  const files: ExportFile[] = []
  for (const [format, measure] of Object.entries(ways) as [keyof typeof ways, (typeof ways)['csv']][]) {
    files.push({ format, rows: total, bytes: await scaled(rows, total, measure), estimated: true })
  }
  return files
}

/** What a zip says of each file beside its content: two headers and a descriptor. */
const bytesOfHeaders = 150

/**
 * A package, from a view of its first records: each table is written and packed, then scaled
 * by `growth`, which says how many times its rows the whole has.
 */
export const measurePackage = async (
  { resources, covers }: PackagedView,
  view: View,
  growth: (resource: Resource) => number,
): Promise<ExportFile> => {
  let rows = 0
  let bytes = 0
  for (const resource of resources) {
    let csv = ''
    for await (const text of resource.csv()) csv += text
    const times = growth(resource)
    rows += resource.tally.rows * times
    bytes += (await deflated(csv)).length * Math.max(1, times) + bytesOfHeaders
  }
  bytes += await bytesOf(Readable.from(zipOf(describingEntries({ resources, covers, view: () => view }), new Date(0))))
  return { format: 'zip', rows: Math.round(rows), bytes: Math.round(bytes), estimated: true }
}
