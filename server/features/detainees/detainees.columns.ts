import { sexLabels, statusLabels } from '#contract/codes.ts'
import type { DetaineeRow } from '#contract/detainees.ts'
import { type Column, coded, text, whole } from '../../http/export/column.ts'
import { certaintyColumn, dateColumnsOf, placesColumns } from '../common/export-columns.ts'

/**
 * Codes and labels, and a stable address, of each person. What depends on who asks stands last: an
 * edition keeps the cells before it as they are written.
 */
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
