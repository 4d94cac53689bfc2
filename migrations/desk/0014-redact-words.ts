import { type Kysely, sql } from 'kysely'

/*
 * A redaction is of a person or of words in one text of a record: then it says in which text of
 * which record, and never which words.
 */

const statements = [
  `CREATE TABLE redaction_wide (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    changeset_id INTEGER NOT NULL UNIQUE REFERENCES changeset (id),
    detainee_id INTEGER,
    record TEXT,
    record_table TEXT,
    record_id INTEGER,
    field TEXT,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'complete')),
    touched TEXT CHECK (json_valid(touched)),
    in_the_way TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(in_the_way)),
    begun_at TEXT NOT NULL,
    completed_at TEXT,
    CHECK ((state = 'complete') = (completed_at IS NOT NULL)),
    CHECK ((detainee_id IS NULL) = (record IS NOT NULL)),
    CHECK ((record IS NULL) = (record_table IS NULL)),
    CHECK ((record IS NULL) = (record_id IS NULL)),
    CHECK ((record IS NULL) = (field IS NULL))
  ) STRICT`,
  `INSERT INTO redaction_wide (id, changeset_id, detainee_id, state, touched, in_the_way, begun_at, completed_at)
    SELECT id, changeset_id, detainee_id, state, touched, in_the_way, begun_at, completed_at FROM redaction`,
  `DROP TABLE redaction`,
  `ALTER TABLE redaction_wide RENAME TO redaction`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
