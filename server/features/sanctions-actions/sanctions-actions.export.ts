import { actionLabels, actionStatusLabels, authorityLabels } from '#contract/codes.ts'
import type { SanctionsActionFilter, SanctionsActionRow } from '#contract/sanctions-actions.ts'
import { sanctionsActionsSentence } from '#contract/record-sentences.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { type Column, coded, text, whole } from '../../http/export/column.ts'
import type { ExportedList } from '../../http/export/serve-exports.ts'
import { certaintyColumn, dateColumnsOf } from '../common/export-columns.ts'
import { type SanctionsActionQuery, countSanctionsActions, findSanctionsActionRows } from './sanctions-actions.queries.ts'

type Row = SanctionsActionRow

/** Codes and labels, and a stable address, of each action. */
export const sanctionsActionColumns: readonly Column<Row>[] = [
  text('ref', 'Number of the sanctions action', (row) => row.ref),
  text('title', 'The action in words, made of its parts', (row) => row.title),
  ...coded<Row, Row['authority']>('authority', 'Whose act it is', authorityLabels, (row) => row.authority),
  text('agency', 'Agency of the authority', (row) => row.agency),
  ...coded<Row, Row['action']>('action', 'Kind of act', actionLabels, (row) => row.action),
  text('target', 'Whom or what it is about', (row) => row.target),
  text('commodity', 'Goods it is about', (row) => row.commodity),
  text('instrument', 'The legal instrument', (row) => row.instrument),
  ...dateColumnsOf<Row>('date', 'Effective, else issued, else announced', (row) => row.date),
  ...dateColumnsOf<Row>('announced', 'When it was announced', (row) => row.announced),
  ...dateColumnsOf<Row>('issued', 'When it was issued', (row) => row.issued),
  ...dateColumnsOf<Row>('effective', 'When it took effect', (row) => row.effective),
  ...dateColumnsOf<Row>('expires', 'When it ends by its own terms', (row) => row.expires),
  text('conditions', 'What it is tied to, in words', (row) => row.conditions),
  ...coded<Row, Row['status']>('status', 'Status', actionStatusLabels, (row) => row.status),
  text('refers_to', 'Another record of the same act', (row) => (row.refersTo === null ? null : `S-${row.refersTo}`)),
  whole('linked_events', 'Release events that a source links to it', (row) => row.linkedEvents),
  certaintyColumn<Row>(),
  text('url', 'The action’s page here', (row, link) => link(`/sanctions-actions/${row.id}`)),
]

export const sanctionsActionList = (
  file: RecordFile,
): ExportedList<SanctionsActionFilter & Pick<SanctionsActionQuery, 'sort'>, Row> => ({
  title: 'Sanctions actions',
  columns: sanctionsActionColumns,
  find: (query, page) => findSanctionsActionRows(file, { ...query, ...page }),
  count: async (query) => (await countSanctionsActions(file, query)).total,
  sentence: sanctionsActionsSentence,
})
