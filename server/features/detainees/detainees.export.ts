import type { DetaineeRow } from '#contract/detainees.ts'
import { detaineesSentence } from '#contract/record-sentences.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { ExportedList } from '../../http/export/serve-exports.ts'
import type { UnpagedQuery } from './detainee-pages.queries.ts'
import { detaineeColumns } from './detainees.columns.ts'
import { countDetainees, findDetaineeRows } from './detainees.queries.ts'
import { everyRow } from './everyone.queries.ts'
import { findKeptCsv } from './kept-csv.queries.ts'

export const detaineeList = (file: RecordFile): ExportedList<UnpagedQuery, DetaineeRow> => ({
  title: 'Detainees',
  columns: detaineeColumns,
  find: (query, page) => findDetaineeRows(file, { ...query, ...page }),
  all: (query) => everyRow(file, query),
  keptCsv: (query, link) => findKeptCsv(file, query, link),
  count: async (query) => (await countDetainees(file, query)).total,
  sentence: detaineesSentence,
})
