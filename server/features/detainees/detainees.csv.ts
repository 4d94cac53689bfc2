import { sexLabels, statusLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import type { DetaineeRow } from '#contract/detainees.ts'
import type { CsvColumn } from '../../http/export.ts'
import { dateCsvColumns } from '../common/csv-columns.ts'

/** Codes and labels, and a stable address, of each person. */
export const detaineeColumns: readonly CsvColumn<DetaineeRow>[] = [
  ['ref', (row) => row.ref],
  ['name', (row) => row.name],
  ['name_language', (row) => row.lang],
  ['sex', (row) => row.sex],
  ['sex_label', (row) => sexLabels[row.sex]],
  ...dateCsvColumns<DetaineeRow>('birth', (row) => row.birth),
  ['occupation', (row) => row.occupation],
  ['description', (row) => row.description],
  ['status', (row) => row.status],
  ['status_label', (row) => statusLabels[row.status]],
  ...dateCsvColumns<DetaineeRow>('status_as_of', (row) => row.statusAsOf),
  ...dateCsvColumns<DetaineeRow>('arrested', (row) => row.arrested),
  ['releases', (row) => row.releases],
  ...dateCsvColumns<DetaineeRow>('last_released', (row) => row.lastReleased),
  ['destinations', (row) => row.destinations.join(' ')],
  ['destination_names', (row) => row.destinations.map(countryName).join('; ')],
  ['certainty', (row) => row.certainty],
  ['url', (row, link) => link(`/detainees/${row.id}`)],
]
