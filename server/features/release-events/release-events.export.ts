import { basisLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import type { ReleaseEventFilter, ReleaseEventRow } from '#contract/release-events.ts'
import { releaseEventsSentence } from '#contract/sentence.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { type Column, coded, text, whole } from '../../http/export/column.ts'
import type { ExportedList } from '../../http/export/serve-exports.ts'
import { certaintyColumn, countColumns, dateColumnsOf, placesColumns } from '../common/export-columns.ts'
import { type ReleaseEventQuery, countReleaseEvents, findReleaseEventRows } from './release-events.queries.ts'

/** Codes and labels, and a stable address, of each event. */
export const releaseEventColumns: readonly Column<ReleaseEventRow>[] = [
  text('ref', 'Number of the release event', (row) => row.ref),
  text('title', 'Title', (row) => row.title),
  ...dateColumnsOf<ReleaseEventRow>('date', 'Date of the release', (row) => row.date),
  text('country', 'Releasing country, ISO 3166-1 alpha-2', (row) => row.country),
  text('country_name', 'Its name', (row) => countryName(row.country)),
  ...coded<ReleaseEventRow, ReleaseEventRow['basis']>('basis', 'Basis of the release', basisLabels, (row) => row.basis),
  ...countColumns<ReleaseEventRow>('reported', 'What the event adds to the sum under this filter', (row) => row.reported),
  ...countColumns<ReleaseEventRow>('total', 'The event’s own total, whatever the filter', (row) => row.total),
  whole('named', 'People of the event who are on record by number, under this filter', (row) => row.named),
  ...placesColumns<ReleaseEventRow>(),
  certaintyColumn<ReleaseEventRow>(),
  text('url', 'The event’s page here', (row, link) => link(`/release-events/${row.id}`)),
]

export const releaseEventList = (
  file: RecordFile,
): ExportedList<ReleaseEventFilter & Pick<ReleaseEventQuery, 'sort'>, ReleaseEventRow> => ({
  title: 'Release events',
  columns: releaseEventColumns,
  find: (query, page) => findReleaseEventRows(file, { ...query, ...page }),
  count: async (query) => (await countReleaseEvents(file, query)).total,
  sentence: releaseEventsSentence,
})
