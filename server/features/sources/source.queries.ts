import type { Kysely } from 'kysely'
import type { SourceBrief } from '#contract/common.ts'
import type { Source } from '#contract/sources.ts'
import type { Records } from '../../db/records.ts'
import { sourceBriefOf, sourceColumns } from '../common/evidence.ts'
import { countSourceValues, findSourceValues } from './source-values.queries.ts'

const findCopies = async (db: Kysely<Records>, id: number): Promise<SourceBrief[]> => {
  const rows = await db
    .selectFrom('source')
    .where('source.copy_of', '=', id)
    .select(sourceColumns)
    .orderBy('source.id')
    .execute()
  return rows.map(sourceBriefOf)
}

/** One source with 500 of the values that rest on it, from the first or after `after`, and the sources that are copies of it. */
export const findSource = async (db: Kysely<Records>, id: number, after = 0): Promise<Source | null> => {
  const row = await db
    .selectFrom('source')
    .where('source.id', '=', id)
    .select([...sourceColumns, 'source.author', 'source.language', 'source.retrieved', 'source.sha256'])
    .executeTakeFirst()
  if (!row) return null
  const [copies, { values, next }, valuesInAll] = await Promise.all([
    findCopies(db, id),
    findSourceValues(db, id, after),
    countSourceValues(db, id),
  ])
  return {
    ...sourceBriefOf(row),
    author: row.author,
    language: row.language,
    retrieved: row.retrieved,
    sha256: row.sha256,
    copies,
    values,
    valuesInAll,
    next,
  }
}
