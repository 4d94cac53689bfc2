import type { DestinationRow } from '#contract/destinations.ts'
import type { CsvColumn } from '../../http/export.ts'
import { countColumns } from '../common/csv-columns.ts'

/** Code and name, the number with its band, and a stable address, of each destination. */
export const destinationColumns: readonly CsvColumn<DestinationRow>[] = [
  ['code', (row) => row.code],
  ['name', (row) => row.name],
  ['longitude', (row) => row.longitude],
  ['latitude', (row) => row.latitude],
  ...countColumns<DestinationRow>('reported', (row) => row.reported),
  ['events', (row) => row.events],
  ['named', (row) => row.named],
  ['url', (row, link) => link(`/destinations/${row.code}`)],
]
