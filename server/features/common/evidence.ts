import type { Kysely } from 'kysely'
import type { Evidence, SourceBrief } from '#contract/common.ts'
import type { Records } from '../../db/records.ts'
import { dateColumns, dateOf } from './dates.ts'

/** Rows whose evidence is wanted, by table. */
export type RecordIds = Readonly<Partial<Record<string, readonly number[]>>>


/** What supports the values of these rows, source by source. With `sourceId`, that source's alone. */
export const findEvidence = async (db: Kysely<Records>, ids: RecordIds, sourceId?: number): Promise<Evidence[]> => {
  const wanted = Object.entries(ids).filter(([, list]) => list !== undefined && list.length > 0)
  if (wanted.length === 0) return []
  const rows = await db
    .selectFrom('evidence')
    .innerJoin('source', 'source.id', 'evidence.source_id')
    .where((eb) =>
      eb.or(
        wanted.map(([table, list]) =>
          eb.and([eb('evidence.record_table', '=', table), eb('evidence.record_id', 'in', list ?? [])]),
        ),
      ),
    )
    .$if(sourceId !== undefined, (query) => query.where('evidence.source_id', '=', sourceId ?? 0))
    .select([
      'evidence.id',
      'evidence.record_table',
      'evidence.record_id',
      'evidence.field',
      'evidence.quote',
      'evidence.quote_start',
      'evidence.quote_end',
      'evidence.asserts',
      'evidence.said_by',
      ...sourceColumns,
    ])
    .orderBy('evidence.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    on: { record: row.record_table, id: row.record_id, field: row.field },
    quote: row.quote,
    quoteStart: row.quote_start,
    quoteEnd: row.quote_end,
    asserts: row.asserts,
    saidBy: row.said_by,
    source: sourceBriefOf(row),
  }))
}

export const sourceColumns = [
  'source.id as source_id',
  'source.title as source_title',
  'source.publisher',
  'source.url',
  'source.copy_of',
  ...dateColumns('source', 'published'),
] as const

type SourceRow = {
  readonly source_id: number
  readonly source_title: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly copy_of: number | null
} & Parameters<typeof dateOf<'published'>>[0]

export const sourceBriefOf = (row: SourceRow): SourceBrief => ({
  id: row.source_id,
  ref: `SRC-${row.source_id}`,
  title: row.source_title,
  publisher: row.publisher,
  url: row.url,
  published: dateOf(row, 'published'),
  copyOf: row.copy_of,
})
