import type { Kysely } from 'kysely'
import type { DeskFact } from '#contract/desk-facts.ts'
import type { Register } from '../../db/register.ts'
import { findAccountNames } from '../accounts/accounts.queries.ts'

/** Confidential facts about a person, in the order they were kept. */
export const findDeskFacts = async (db: Kysely<Register>, detaineeId: number): Promise<DeskFact[]> => {
  const rows = await db.selectFrom('desk_fact').where('detainee_id', '=', detaineeId).selectAll().orderBy('id').execute()
  const evidence = await db
    .selectFrom('desk_evidence')
    .where('desk_fact_id', 'in', rows.map((row) => row.id))
    .selectAll()
    .orderBy('id')
    .execute()
  const names = await findAccountNames(db, [...new Set(rows.flatMap((row) => [row.recorded_by, row.changed_by ?? []].flat()))])
  const nameOf = (id: string) => names.get(id) ?? id
  return rows.map((row) => ({
    id: row.id,
    // The table's CHECK holds the same codes as the contract.
    kind: row.kind as DeskFact['kind'],
    text: row.text,
    evidence: evidence.filter((item) => item.desk_fact_id === row.id).map((item) => ({ source: item.source_id, quote: item.quote })),
    version: row.version,
    recordedBy: nameOf(row.recorded_by),
    recordedAt: row.recorded_at,
    changedBy: row.changed_by === null ? null : nameOf(row.changed_by),
    changedAt: row.changed_at,
  }))
}
