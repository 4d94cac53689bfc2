import type { DestinationFilter, DestinationRow } from '#contract/destinations.ts'
import { destinationsSentence } from '#contract/record-sentences.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { type Column, real, text, whole } from '../../http/export/column.ts'
import type { ExportedList } from '../../http/export/serve-exports.ts'
import { countColumns } from '../common/export-columns.ts'
import { findDestinationRows } from './destinations.queries.ts'

/** Code and name, the number with its band, and a stable address, of each destination. */
export const destinationColumns: readonly Column<DestinationRow>[] = [
  text('code', 'Country, ISO 3166-1 alpha-2', (row) => row.code),
  text('name', 'Its name', (row) => row.name),
  real('longitude', 'Where a map writes its name, in degrees', (row) => row.longitude),
  real('latitude', 'Where a map writes its name, in degrees', (row) => row.latitude),
  ...countColumns<DestinationRow>('reported', 'People reported taken there, and who stayed where it is the releasing country', (row) => row.reported),
  ...countColumns<DestinationRow>('stayed', 'Those of them who stayed: the country released them itself', (row) => row.stayed),
  whole('events', 'Release events with this destination', (row) => row.events),
  whole('named', 'People taken there, or who stayed, who are on record by number', (row) => row.named),
  text('url', 'Its page here', (row, link) => link(`/destinations/${row.code}`)),
]

export const destinationList = (file: RecordFile): ExportedList<DestinationFilter, DestinationRow> => ({
  title: 'Destinations',
  columns: destinationColumns,
  find: async ({ code }) => ({ rows: await findDestinationRows(file, code), next: null }),
  count: async ({ code }) => (await findDestinationRows(file, code)).length,
  sentence: (_query, rows) => destinationsSentence(rows),
})
