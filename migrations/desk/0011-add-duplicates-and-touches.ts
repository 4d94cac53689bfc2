import { type Kysely, sql } from 'kysely'

/*
 * People who may be entered twice, what was said of such pairs, every changeset that touched a
 * record, and what a merge moved of the rows that are not records.
 */

const statements = [
  // Found anew from the register as it is, so a person who is gone takes their pairs along. Ids and scores only.
  `CREATE TABLE duplicate_pair (
    a_id INTEGER NOT NULL REFERENCES detainee (id) ON DELETE CASCADE,
    b_id INTEGER NOT NULL REFERENCES detainee (id) ON DELETE CASCADE,
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    PRIMARY KEY (a_id, b_id),
    CHECK (a_id < b_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX duplicate_pair_score ON duplicate_pair (score DESC, a_id, b_id)`,
  `CREATE INDEX duplicate_pair_other ON duplicate_pair (b_id)`,
  `CREATE TABLE duplicate_search (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    changeset_id INTEGER NOT NULL,
    finished_at TEXT NOT NULL,
    people INTEGER NOT NULL,
    found INTEGER NOT NULL,
    kept INTEGER NOT NULL
  ) STRICT`,
  // Kept for good, whoever is merged or undone meanwhile: the numbers are those of the time.
  `CREATE TABLE duplicate_verdict (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    a_id INTEGER NOT NULL,
    b_id INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    author TEXT NOT NULL,
    author_id TEXT REFERENCES account_user (id),
    made_at TEXT NOT NULL,
    UNIQUE (a_id, b_id),
    CHECK (a_id < b_id)
  ) STRICT`,
  `CREATE INDEX duplicate_verdict_other ON duplicate_verdict (b_id)`,

  `CREATE TABLE record_touch (
    record_table TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    changeset_id INTEGER NOT NULL REFERENCES changeset (id),
    PRIMARY KEY (record_table, record_id, changeset_id)
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO record_touch (record_table, record_id, changeset_id)
    SELECT record_table, record_id, changeset_id FROM record_version
    UNION
    SELECT table_name, record_id, changeset_id FROM change
    WHERE table_name IN ('release_event', 'detainee', 'sanctions_action', 'source')
    UNION
    SELECT kind, record_id, changeset_id FROM proposal
    WHERE record_id IS NOT NULL AND changeset_id IS NOT NULL AND kind = 'release_event'`,
  `CREATE TRIGGER record_version_is_made AFTER INSERT ON record_version BEGIN
    INSERT OR IGNORE INTO record_touch (record_table, record_id, changeset_id)
    VALUES (NEW.record_table, NEW.record_id, NEW.changeset_id); END`,
  `CREATE TRIGGER record_version_moves AFTER UPDATE ON record_version BEGIN
    INSERT OR IGNORE INTO record_touch (record_table, record_id, changeset_id)
    VALUES (NEW.record_table, NEW.record_id, NEW.changeset_id); END`,

  // Desk facts have no history of their own; undoing a merge needs to know whose they were.
  `CREATE TABLE desk_move (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    changeset_id INTEGER NOT NULL REFERENCES changeset (id),
    desk_fact_id INTEGER NOT NULL,
    before_id INTEGER NOT NULL,
    after_id INTEGER NOT NULL
  ) STRICT`,
  `CREATE INDEX desk_move_of ON desk_move (changeset_id)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
