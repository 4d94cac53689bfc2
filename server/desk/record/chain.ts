import { type Kysely, sql } from 'kysely'
import type { Register } from '../../db/register.ts'

type Linked = { readonly source: 'copy_of'; readonly sanctions_action: 'refers_to' }

/** Whether following a column from one record leads to another: two that name each other would be a circle. */
export const leadsTo = async <Table extends keyof Linked>(
  db: Kysely<Register>,
  table: Table,
  column: Linked[Table],
  from: number,
  to: number,
): Promise<boolean> => {
  const { rows } = await sql`WITH RECURSIVE chain (id) AS (
      SELECT ${from} UNION
      SELECT next.${sql.ref(column)} FROM ${sql.table(table)} AS next JOIN chain ON next.id = chain.id
      WHERE next.${sql.ref(column)} IS NOT NULL)
    SELECT 1 FROM chain WHERE id = ${to}`.execute(db)
  return rows.length > 0
}
