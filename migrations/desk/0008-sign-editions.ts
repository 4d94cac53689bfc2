import { type Kysely, sql } from 'kysely'

/*
 * Editions are signed with a key that lies outside the database, and what was found when the
 * register was verified or backed up is kept for those who look after it.
 */

const statements = [
  `ALTER TABLE edition ADD COLUMN signature TEXT`,
  `ALTER TABLE edition ADD COLUMN signing_key TEXT`,
  `CREATE TABLE upkeep (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task TEXT NOT NULL CHECK (task IN ('quick_verification', 'full_verification', 'backup')),
    ended_at TEXT NOT NULL,
    succeeded INTEGER NOT NULL CHECK (succeeded IN (0, 1)),
    outcome TEXT NOT NULL CHECK (json_valid(outcome))
  ) STRICT`,
  `CREATE INDEX upkeep_task ON upkeep (task, id)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
