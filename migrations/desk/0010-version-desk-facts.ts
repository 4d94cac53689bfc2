import { type Kysely, sql } from 'kysely'

/* Confidential facts are corrected by whoever may read them: a version says whether one has changed meanwhile. */

const statements = [
  `ALTER TABLE desk_fact ADD COLUMN version INTEGER NOT NULL DEFAULT 1`,
  `ALTER TABLE desk_fact ADD COLUMN changed_at TEXT`,
  `ALTER TABLE desk_fact ADD COLUMN changed_by TEXT`,
  `CREATE INDEX desk_fact_detainee ON desk_fact (detainee_id, id)`,
  `CREATE INDEX desk_evidence_fact ON desk_evidence (desk_fact_id)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
