import { type Kysely, sql } from 'kysely'

/*
 * A capture is kept before its source is in the register: an event is entered from a text whose
 * source is approved with it. `text` is what quotes are places in; `body` is the original, byte
 * by byte.
 */

const statements = [
  `CREATE TABLE capture_wide (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER REFERENCES source (id),
    name TEXT,
    address TEXT,
    media_type TEXT NOT NULL CHECK (media_type IN ('text/plain', 'text/html')),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    body BLOB NOT NULL,
    text TEXT NOT NULL,
    captured_at TEXT NOT NULL,
    captured_by TEXT NOT NULL
  ) STRICT`,
  `INSERT INTO capture_wide (id, source_id, media_type, sha256, body, text, captured_at, captured_by)
    SELECT id, source_id, media_type, sha256, body, CAST(body AS TEXT), captured_at, captured_by FROM source_capture`,
  `DROP TABLE source_capture`,
  `ALTER TABLE capture_wide RENAME TO source_capture`,
  `CREATE INDEX source_capture_of ON source_capture (source_id)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
