import { sexLabels, statusLabels } from '#contract/codes.ts'
import type { DetaineeFilter, DetaineeRow } from '#contract/detainees.ts'
import { detaineesSentence } from '#contract/record-sentences.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { type Column, coded, text, whole } from '../../http/export/column.ts'
import type { ExportedList } from '../../http/export/serve-exports.ts'
import { certaintyColumn, dateColumnsOf, placesColumns } from '../common/export-columns.ts'
import type { DetaineeQuery } from './detainee-pages.queries.ts'
import { countDetainees, findDetaineeRows } from './detainees.queries.ts'

/** Codes and labels, and a stable address, of each person. */
export const detaineeColumns: readonly Column<DetaineeRow>[] = [
  text('ref', 'Number of the person', (row) => row.ref),
  text('name', 'The name the person is listed under; empty where it is withheld', (row) => row.name),
  text('name_language', 'Language of that name, as in BCP 47', (row) => row.lang),
  ...coded<DetaineeRow, DetaineeRow['sex']>('sex', 'Sex', sexLabels, (row) => row.sex),
  ...dateColumnsOf<DetaineeRow>('birth', 'Date of birth', (row) => row.birth),
  text('occupation', 'Occupation', (row) => row.occupation),
  text('description', 'Public role, in words', (row) => row.description),
  ...coded<DetaineeRow, DetaineeRow['status']>('status', 'Status', statusLabels, (row) => row.status),
  ...dateColumnsOf<DetaineeRow>('status_as_of', 'When the status was last confirmed', (row) => row.statusAsOf),
  ...dateColumnsOf<DetaineeRow>('arrested', 'The first arrest on record', (row) => row.arrested),
  whole('releases', 'Release events the person is in', (row) => row.releases),
  ...dateColumnsOf<DetaineeRow>('last_released', 'The latest release', (row) => row.lastReleased),
  ...placesColumns<DetaineeRow>(),
  text('stayed_in', 'Those destinations that are the releasing country: the person stayed there', (row) => row.stayedIn.join(' ')),
  certaintyColumn<DetaineeRow>(),
  text('url', 'The person’s page here', (row, link) => link(`/detainees/${row.id}`)),
]

export const detaineeList = (
  file: RecordFile,
): ExportedList<DetaineeFilter & Pick<DetaineeQuery, 'sort'>, DetaineeRow> => ({
  title: 'Detainees',
  columns: detaineeColumns,
  find: (query, page) => findDetaineeRows(file, { ...query, ...page }),
  count: async (query) => (await countDetainees(file, query)).total,
  sentence: detaineesSentence,
})
