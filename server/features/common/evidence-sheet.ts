import type { Evidence } from '#contract/common.ts'
import { type Column, type Link, text, whole } from '../../http/export/column.ts'
import { once } from '../../http/export/serve-record-exports.ts'
import { type Sheet, sheetOf } from '../../http/export/xlsx.ts'
import { dateColumnsOf } from './export-columns.ts'

type Said = Omit<Evidence, 'source'>

/** What a piece of evidence supports and what it says. */
export const saidColumns: readonly Column<Said>[] = [
  whole('id', 'Number of the evidence', (row) => row.id),
  text('record', 'Table of the row it supports', (row) => row.on.record),
  whole('record_id', 'Number of that row', (row) => row.on.id),
  text('field', 'The value it supports', (row) => row.on.field),
  text('quote', 'The words of the source; empty where none are kept', (row) => row.quote),
  whole('quote_start', 'Offset of the words in their passage', (row) => row.quoteStart),
  whole('quote_end', 'Where they end', (row) => row.quoteEnd),
  text('asserts', 'The value as this source has it', (row) => row.asserts),
  text('said_by', 'Who is quoted', (row) => row.saidBy),
]

const evidenceColumns: readonly Column<Evidence>[] = [
  ...saidColumns,
  text('source', 'Number of the source', (row) => row.source.ref),
  text('source_title', 'Title of the source', (row) => row.source.title),
  text('source_publisher', 'Who published it', (row) => row.source.publisher),
  text('source_url', 'Its address', (row) => row.source.url),
  ...dateColumnsOf<Evidence>('source_published', 'When it was published', (row) => row.source.published),
  text('url', 'Its page here', (row, link) => link(`/sources/${row.source.id}`)),
]

export const evidenceSheet = (evidence: readonly Evidence[], link: Link): Sheet =>
  sheetOf('Evidence', evidenceColumns, () => once(evidence), link)
