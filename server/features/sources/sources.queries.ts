import { type Kysely, sql } from 'kysely'
import type { Page } from '#contract/common.ts'
import type { SourceFilter, SourceRow } from '#contract/sources.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { Records } from '../../db/records.ts'
import { type Sort, after, orderBy, pageFrom } from '../common/cursor.ts'
import { sourceBriefOf, sourceColumns } from '../common/evidence.ts'
import { certainty, matchesSources } from './sources.filter.ts'

export type SourceQuery = SourceFilter & {
  readonly sort: '-published' | 'published' | 'publisher' | '-values'
  readonly limit: number
  readonly cursor?: string | undefined
}

const sortOf = ({ sort }: SourceQuery): Sort => {
  const keys = {
    published: sql<string | null>`source.published_earliest`,
    publisher: sql<string | null>`nullif(fold(source.publisher), '')`,
    values: sql<number>`(SELECT COUNT(*) FROM evidence WHERE evidence.source_id = source.id)`,
  }
  const column = sort.replace('-', '')
  return {
    name: sort,
    key: column === 'publisher' ? keys.publisher : column === 'values' ? keys.values : keys.published,
    direction: sort.startsWith('-') ? 'desc' : 'asc',
    id: sql<number>`source.id`,
  }
}

/** Counts of the whole filtered set: what `page` says beside a list. */
export const countSources = async (
  { db, search }: RecordFile,
  filter: SourceFilter,
): Promise<Omit<Page, 'next'>> => {
  const row = await db
    .selectFrom('source')
    .where(matchesSources(filter, search))
    .select([
      sql<number>`COUNT(*)`.as('total'),
      sql<number>`coalesce(SUM(${certainty} = 'undated'), 0)`.as('undated'),
    ])
    .executeTakeFirstOrThrow()
  return { total: row.total, certain: row.total, possible: 0, undated: row.undated }
}

const countValues = async (db: Kysely<Records>, ids: readonly number[]): Promise<Map<number, number>> => {
  const rows = await db
    .selectFrom('evidence')
    .where('source_id', 'in', ids)
    .select(['source_id', sql<number>`COUNT(*)`.as('value_count')])
    .groupBy('source_id')
    .execute()
  return new Map(rows.map((row) => [row.source_id, row.value_count]))
}

const countEvents = async (db: Kysely<Records>, ids: readonly number[]): Promise<Map<number, number>> => {
  const rows = await db
    .selectFrom('release_event_source')
    .where('source_id', 'in', ids)
    .select(['source_id', sql<number>`COUNT(DISTINCT release_event_id)`.as('events')])
    .groupBy('source_id')
    .execute()
  return new Map(rows.map((row) => [row.source_id, row.events]))
}

/** One page of rows, without counts: exports walk through these. */
export const findSourceRows = async (
  { db, search }: RecordFile,
  query: SourceQuery,
): Promise<{ rows: SourceRow[]; next: string | null }> => {
  const sort = sortOf(query)
  const found = await db
    .selectFrom('source')
    .where(matchesSources(query, search))
    .$if(query.cursor !== undefined, (select) => select.where(after(sort, query.cursor ?? '')))
    .select([
      ...sourceColumns,
      'source.author',
      'source.language',
      'source.retrieved',
      'source.sha256',
      certainty.as('certainty'),
      sort.key.as('sort_key'),
    ])
    .orderBy(orderBy(sort))
    .limit(query.limit + 1)
    .execute()
  const { rows: page, next } = pageFrom(found, query.limit, sort, (row) => ({ key: row.sort_key, id: row.source_id }))
  const ids = page.map((row) => row.source_id)
  const [values, events] = await Promise.all([countValues(db, ids), countEvents(db, ids)])
  return {
    rows: page.map((row) => ({
      ...sourceBriefOf(row),
      author: row.author,
      language: row.language,
      retrieved: row.retrieved,
      sha256: row.sha256,
      values: values.get(row.source_id) ?? 0,
      events: events.get(row.source_id) ?? 0,
      certainty: row.certainty,
    })),
    next,
  }
}

export const findSources = async (
  file: RecordFile,
  query: SourceQuery,
): Promise<{ data: SourceRow[]; page: Page }> => {
  const { rows, next } = await findSourceRows(file, query)
  return { data: rows, page: { ...(await countSources(file, query)), next } }
}
