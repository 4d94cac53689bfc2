import { type Kysely, sql } from 'kysely'

/*
 * Imports: a file as it was sent, row by row, with what a person said about each row, until
 * it becomes one proposal. Cells, fixes and problems are JSON.
 */

const statements = [
  `CREATE TABLE import_job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('detainees', 'release_events', 'release_people')),
    file_name TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    state TEXT NOT NULL CHECK (state IN ('mapping', 'checked', 'submitted', 'applied', 'closed')),
    settings TEXT CHECK (json_valid(settings)),
    preview TEXT CHECK (json_valid(preview)),
    counts TEXT CHECK (json_valid(counts)),
    -- Which reading of the file its rows are from, so that changed rules alone need no second reading.
    read_as TEXT,
    message TEXT,
    author_id TEXT NOT NULL REFERENCES account_user (id),
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    proposal_id INTEGER REFERENCES proposal (id),
    CHECK ((state IN ('submitted', 'applied')) <= (proposal_id IS NOT NULL))
  ) STRICT`,
  `CREATE INDEX import_job_proposal ON import_job (proposal_id)`,
  `CREATE TABLE import_row (
    import_id INTEGER NOT NULL REFERENCES import_job (id),
    row INTEGER NOT NULL CHECK (row > 0),
    cells TEXT NOT NULL CHECK (json_valid(cells)),
    fixes TEXT CHECK (json_valid(fixes)),
    keep TEXT CHECK (json_valid(keep)),
    left_out INTEGER NOT NULL DEFAULT 0 CHECK (left_out IN (0, 1)),
    person TEXT,
    person_reason TEXT,
    state TEXT NOT NULL DEFAULT 'unchecked'
      CHECK (state IN ('unchecked', 'fine', 'warning', 'question', 'error', 'left_out')),
    title TEXT NOT NULL DEFAULT '',
    problems TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(problems)),
    -- The record that applying made of the row, or added it to: D-12, R-3.
    record TEXT,
    PRIMARY KEY (import_id, row)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX import_row_state ON import_row (import_id, state, row)`,
  `CREATE TABLE import_profile (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
    settings TEXT NOT NULL CHECK (json_valid(settings)),
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL REFERENCES account_user (id)
  ) STRICT`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
