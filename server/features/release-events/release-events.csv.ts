import { basisLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import type { ReleaseEventRow } from '#contract/release-events.ts'
import type { CsvColumn } from '../../http/export.ts'
import { countColumns, dateCsvColumns } from '../common/csv-columns.ts'

/** Codes and labels, and a stable address, of each event. */
export const releaseEventColumns: readonly CsvColumn<ReleaseEventRow>[] = [
  ['ref', (row) => row.ref],
  ['title', (row) => row.title],
  ...dateCsvColumns<ReleaseEventRow>('date', (row) => row.date),
  ['country', (row) => row.country],
  ['country_name', (row) => countryName(row.country)],
  ['basis', (row) => row.basis],
  ['basis_label', (row) => basisLabels[row.basis]],
  ...countColumns<ReleaseEventRow>('reported', (row) => row.reported),
  ...countColumns<ReleaseEventRow>('total', (row) => row.total),
  ['named', (row) => row.named],
  ['destinations', (row) => row.destinations.join(' ')],
  ['certainty', (row) => row.certainty],
  ['url', (row, link) => link(`/release-events/${row.id}`)],
]
