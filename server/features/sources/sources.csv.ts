import type { SourceRow } from '#contract/sources.ts'
import type { CsvColumn } from '../../http/export.ts'
import { dateCsvColumns } from '../common/csv-columns.ts'

/** Each source with a stable address on this site, beside its own. */
export const sourceCsvColumns: readonly CsvColumn<SourceRow>[] = [
  ['ref', (row) => row.ref],
  ['title', (row) => row.title],
  ['publisher', (row) => row.publisher],
  ['author', (row) => row.author],
  ['source_url', (row) => row.url],
  ...dateCsvColumns<SourceRow>('published', (row) => row.published),
  ['language', (row) => row.language],
  ['retrieved', (row) => row.retrieved],
  ['sha256', (row) => row.sha256],
  ['copy_of', (row) => (row.copyOf === null ? null : `SRC-${row.copyOf}`)],
  ['values', (row) => row.values],
  ['events', (row) => row.events],
  ['certainty', (row) => row.certainty],
  ['url', (row, link) => link(`/sources/${row.id}`)],
]
