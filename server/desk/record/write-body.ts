import type { Kysely, Selectable } from 'kysely'
import type { FieldShape, RowShape } from '#contract/record-shape.ts'
import type { EvidenceWrite, SourceWrite } from '#contract/source-write.ts'
import type { RecordTables } from '../../db/records.ts'
import type { Register } from '../../db/register.ts'
import { dateOf } from '../../features/common/dates.ts'
import type { RootRecord } from '../../register/changeset.ts'
import { findRecordVersion } from '../../register/record-version.ts'
import type { BodyRow, Cell, RecordBody } from './record-body.ts'
import { type EvidenceRow, type RecordRows, type Row, columnOf, findRecordRows, parentColumn } from './record-rows.ts'
import { typedDate } from './typed-date.ts'

type SourceRow = Selectable<RecordTables['source']>

const keyOf = (sourceId: number): string => `s${sourceId}`

/** A source of the register as a body names it. */
export const sourceOf = (row: SourceRow): SourceWrite => ({
  key: keyOf(row.id),
  id: row.id,
  title: row.title,
  publisher: row.publisher,
  author: row.author,
  url: row.url,
  published: typedDate(dateOf(row, 'published')),
  language: row.language,
  capture: null,
})

/** Evidence of the register as a body says it; `mainField` is the one meant when none is named. */
export const evidenceOf = (row: EvidenceRow, mainField: string): EvidenceWrite => ({
  id: row.id,
  field: row.field === mainField ? null : row.field,
  source: keyOf(row.source_id),
  quote: row.quote,
  // A quote that is kept as it is keeps its place, too.
  at: null,
  saidBy: row.said_by,
  asserts: row.asserts,
})

export const findSourceRows = async (db: Kysely<Register>, ids: readonly number[]): Promise<SourceRow[]> =>
  ids.length === 0 ? [] : db.selectFrom('source').where('id', 'in', ids).selectAll().orderBy('id').execute()

/** The sources that rows of evidence rest on. */
export const sourcesIn = (evidence: readonly EvidenceRow[]): number[] => [...new Set(evidence.map((item) => item.source_id))]

const valueOf = (row: Row, { name, type }: FieldShape): Cell => {
  const column = columnOf(name)
  // A tag that says nothing of the language.
  if (type === 'language' && row[column] === 'und') return null
  if (type !== 'date') return row[column] ?? null
  // The row of a table that has this date.
  return typedDate(dateOf(row as unknown as Parameters<typeof dateOf>[0], column))
}

const fieldsOf = (row: Row, { fields }: RowShape) => Object.fromEntries(fields.map((field) => [field.name, valueOf(row, field)]))

/**
 * A record as its form takes it: every row with its id, every value with its evidence, dates as
 * text. What the form sends back unchanged changes nothing.
 */
export const writeBodyOf = (shape: RowShape, rows: RecordRows, sources: readonly SourceRow[]): RecordBody => {
  const on = ({ table, supported }: RowShape, id: number): EvidenceWrite[] =>
    rows.evidence
      .filter((item) => item.record_table === table && item.record_id === id)
      .map((item) => evidenceOf(item, supported[0] ?? ''))
  const within = (outer: RowShape, id: number): Record<string, readonly BodyRow[]> =>
    Object.fromEntries(
      outer.parts.map((part) => [
        part.name,
        (rows.parts.get(part.table) ?? [])
          .filter((row) => row[parentColumn(outer)] === id)
          .map((row) => ({ ...fieldsOf(row, part), id: row.id, evidence: on(part, row.id), ...within(part, row.id) })),
      ]),
    )
  const own = rows.evidence.filter((item) => item.record_table === shape.table)
  const support = Object.fromEntries(
    shape.supported.map((name) => [name, own.filter(({ field }) => field === name).map((item) => evidenceOf(item, name))]),
  )
  return {
    ...fieldsOf(rows.root, shape),
    ...within(shape, rows.root.id),
    ...(shape.supported.length === 0 ? {} : { sources: sources.map(sourceOf), evidence: support }),
  }
}

/** A record of the register as a write body with the version a correction is based on, or null. */
export const findRecordWrite = async (
  db: Kysely<Register>,
  shape: RowShape,
  id: number,
): Promise<{ readonly version: number; readonly body: RecordBody } | null> => {
  const rows = await findRecordRows(db, shape, id)
  if (!rows) return null
  const body = writeBodyOf(shape, rows, await findSourceRows(db, sourcesIn(rows.evidence)))
  return { version: await findRecordVersion(db, { table: shape.table as RootRecord['table'], id }), body }
}
