import { type Kysely, sql } from 'kysely'

/*
 * Redactions and how far each has come. A redaction may take the words out of the reason of an
 * earlier changeset; everything else of a changeset stays fixed.
 */

const fixed = ['id', 'kind', 'author', 'author_id', 'reviewer', 'reviewer_id', 'proposal_id', 'made_at']

const statements = [
  `CREATE TABLE redaction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    changeset_id INTEGER NOT NULL UNIQUE REFERENCES changeset (id),
    detainee_id INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'complete')),
    touched TEXT CHECK (json_valid(touched)),
    in_the_way TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(in_the_way)),
    begun_at TEXT NOT NULL,
    completed_at TEXT,
    CHECK ((state = 'complete') = (completed_at IS NOT NULL))
  ) STRICT`,
  `DROP TRIGGER changeset_is_fixed`,
  `CREATE TRIGGER changeset_is_fixed BEFORE UPDATE ON changeset
    WHEN ${fixed.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ')}
      OR NEW.reason <> '[withheld]'
      OR NOT EXISTS (
        SELECT 1 FROM open_changeset JOIN changeset AS opened ON opened.id = open_changeset.changeset_id
        WHERE opened.kind = 'redaction')
    BEGIN SELECT RAISE(ABORT, 'a changeset is never altered'); END`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
