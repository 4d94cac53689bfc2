import { actionLabels, actionStatusLabels, authorityLabels } from '#contract/codes.ts'
import type { SanctionsActionRow } from '#contract/sanctions-actions.ts'
import type { CsvColumn } from '../../http/export.ts'
import { dateCsvColumns } from '../common/csv-columns.ts'

/** Codes and labels, and a stable address, of each action. */
export const sanctionsActionColumns: readonly CsvColumn<SanctionsActionRow>[] = [
  ['ref', (row) => row.ref],
  ['title', (row) => row.title],
  ['authority', (row) => row.authority],
  ['authority_label', (row) => authorityLabels[row.authority]],
  ['agency', (row) => row.agency],
  ['action', (row) => row.action],
  ['action_label', (row) => actionLabels[row.action]],
  ['target', (row) => row.target],
  ['commodity', (row) => row.commodity],
  ['instrument', (row) => row.instrument],
  ...dateCsvColumns<SanctionsActionRow>('date', (row) => row.date),
  ...dateCsvColumns<SanctionsActionRow>('announced', (row) => row.announced),
  ...dateCsvColumns<SanctionsActionRow>('issued', (row) => row.issued),
  ...dateCsvColumns<SanctionsActionRow>('effective', (row) => row.effective),
  ['status', (row) => row.status],
  ['status_label', (row) => actionStatusLabels[row.status]],
  ['refers_to', (row) => (row.refersTo === null ? null : `S-${row.refersTo}`)],
  ['linked_events', (row) => row.linkedEvents],
  ['certainty', (row) => row.certainty],
  ['url', (row, link) => link(`/sanctions-actions/${row.id}`)],
]
