import { sourcesSentence } from '#contract/record-sentences.ts'
import type { SourceFilter, SourceRow, SourceValue } from '#contract/sources.ts'
import type { z } from '#contract/zod.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { type Column, day, text, whole } from '../../http/export/column.ts'
import type { ExportedList } from '../../http/export/serve-exports.ts'
import { saidColumns } from '../common/evidence-sheet.ts'
import { certaintyColumn, dateColumnsOf } from '../common/export-columns.ts'
import { type SourceQuery, countSources, findSourceRows } from './sources.queries.ts'

/** Each source with a stable address on this site, beside its own. */
export const sourceExportColumns: readonly Column<SourceRow>[] = [
  text('ref', 'Number of the source', (row) => row.ref),
  text('title', 'Title', (row) => row.title),
  text('publisher', 'Who published it', (row) => row.publisher),
  text('author', 'Who wrote it', (row) => row.author),
  text('source_url', 'Its own address', (row) => row.url),
  ...dateColumnsOf<SourceRow>('published', 'When it was published', (row) => row.published),
  text('language', 'Its language, as in BCP 47', (row) => row.language),
  day('retrieved', 'When it was last read', (row) => row.retrieved),
  text('sha256', 'SHA-256 of the copy that was read', (row) => row.sha256),
  text('copy_of', 'The source it copies', (row) => (row.copyOf === null ? null : `SRC-${row.copyOf}`)),
  whole('values', 'Values that rest on it', (row) => row.values),
  whole('events', 'Release events it speaks of', (row) => row.events),
  certaintyColumn<SourceRow>(),
  text('url', 'Its page here', (row, link) => link(`/sources/${row.id}`)),
]

type Value = z.infer<typeof SourceValue>

/** The values that rest on one source. */
export const sourceValueColumns: readonly Column<Value>[] = [
  ...saidColumns,
  text('value', 'The value as the record holds it, in words', (row) => row.value),
  text('of', 'Kind of the record a reader would open for it', (row) => row.record.kind),
  text('of_id', 'Its number or code', (row) => String(row.record.id)),
  text('of_title', 'Its title', (row) => row.record.title),
]

export const sourceList = (file: RecordFile): ExportedList<SourceFilter & Pick<SourceQuery, 'sort'>, SourceRow> => ({
  title: 'Sources',
  columns: sourceExportColumns,
  find: (query, page) => findSourceRows(file, { ...query, ...page }),
  count: async (query) => (await countSources(file, query)).total,
  sentence: sourcesSentence,
})
