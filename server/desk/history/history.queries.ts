import { type Kysely, sql } from 'kysely'
import type { HistoryEntry } from '#contract/history.ts'
import type { Register } from '../../db/register.ts'
import { after, newestFirst, orderBy, pageFrom } from '../../features/common/cursor.ts'

type Columns = Readonly<Record<string, string | number | null>>

const sort = newestFirst('change.id')

/** The columns in which a row differs before and after a write. A row that was added or removed has all. */
const fieldsOf = (value: string | null): HistoryEntry['fields'] => {
  if (value === null) return []
  const { before, after: then } = JSON.parse(value) as { before: Columns | null; after: Columns | null }
  const whole = before === null || then === null
  return Object.keys(then ?? before ?? {})
    .map((field) => ({ field, before: before?.[field] ?? null, after: then?.[field] ?? null }))
    .filter((change) => whole || change.before !== change.after)
}

/** What happened to one row, the newest first; null for a row that never was. */
export const findHistory = async (
  db: Kysely<Register>,
  table: string,
  id: number,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ data: HistoryEntry[]; page: { total: number; next: string | null } } | null> => {
  const ofRow = db.selectFrom('change').where('table_name', '=', table).where('record_id', '=', id)
  const { total } = await ofRow.select(sql<number>`COUNT(*)`.as('total')).executeTakeFirstOrThrow()
  if (total === 0) return null
  const rows = await ofRow
    .innerJoin('changeset', 'changeset.id', 'change.changeset_id')
    .leftJoin('change_value', 'change_value.change_id', 'change.id')
    .$if(cursor !== undefined, (query) => query.where(after(sort, cursor ?? '')))
    .select([
      'change.id',
      'change.changeset_id as changeset',
      'change.op',
      'changeset.kind',
      'changeset.author',
      'changeset.reviewer',
      'changeset.reason',
      'changeset.proposal_id as proposal',
      'changeset.made_at as madeAt',
      'change_value.value',
    ])
    .orderBy(orderBy(sort))
    .limit(limit + 1)
    .execute()
  const { rows: shown, next } = pageFrom(rows, limit, sort, (row) => ({ key: row.id, id: row.id }))
  return {
    data: shown.map(({ value, ...entry }) => ({ ...entry, redacted: value === null, fields: fieldsOf(value) })),
    page: { total, next },
  }
}
