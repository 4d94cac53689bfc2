import { type Kysely, sql } from 'kysely'

/*
 * Proposals of every kind of record and act, with what is said about them while they are open.
 * That an author does not approve their own work where a second person must is held here too,
 * so that no path around the pages can.
 */

const columns = [
  'id',
  'kind',
  'record_id',
  'base_version',
  'change_kind',
  'body',
  'reason',
  'state',
  'author_id',
  'version',
  'created_at',
  'updated_at',
  'decided_by',
  'decided_at',
  'decision_reason',
  'changeset_id',
].join(', ')

const approvesAlone = `NEW.state = 'approved' AND NEW.decided_by = NEW.author_id AND (
  NEW.kind = 'redaction'
  OR EXISTS (SELECT 1 FROM setting WHERE name = 'second_person_must_approve' AND value = 'true')
)`

const statements = [
  `CREATE TABLE proposal_wide (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN (
      'release_event', 'detainee', 'sanctions_action', 'source', 'import', 'merge', 'undo', 'redaction')),
    record_id INTEGER,
    base_version INTEGER,
    change_kind TEXT NOT NULL CHECK (change_kind IN (
      'new', 'correction', 'late_discovery', 'retraction', 'import', 'merge', 'redaction')),
    body TEXT NOT NULL CHECK (json_valid(body)),
    reason TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'returned', 'approved', 'rejected', 'withdrawn')),
    author_id TEXT NOT NULL REFERENCES account_user (id),
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    decided_by TEXT REFERENCES account_user (id),
    decided_at TEXT,
    decision_reason TEXT,
    changeset_id INTEGER REFERENCES changeset (id),
    CHECK ((record_id IS NULL) = (base_version IS NULL)),
    CHECK (state <> 'approved' OR changeset_id IS NOT NULL),
    CHECK (state NOT IN ('approved', 'returned', 'rejected') OR (decided_by IS NOT NULL AND decided_at IS NOT NULL))
  ) STRICT`,
  `INSERT INTO proposal_wide (${columns}) SELECT ${columns} FROM proposal`,
  `DROP TABLE proposal`,
  `ALTER TABLE proposal_wide RENAME TO proposal`,
  `CREATE INDEX proposal_state ON proposal (state, updated_at)`,
  `CREATE INDEX proposal_record ON proposal (kind, record_id)`,
  `CREATE INDEX proposal_author ON proposal (author_id, state)`,
  `CREATE TRIGGER proposal_keeps_its_author BEFORE UPDATE OF author_id ON proposal
    WHEN NEW.author_id IS NOT OLD.author_id
    BEGIN SELECT RAISE(ABORT, 'a proposal stays with its author'); END`,
  `CREATE TRIGGER proposal_needs_a_second_person BEFORE UPDATE ON proposal
    WHEN OLD.state <> 'approved' AND ${approvesAlone}
    BEGIN SELECT RAISE(ABORT, 'a second person must approve'); END`,
  `CREATE TRIGGER proposal_is_not_born_approved BEFORE INSERT ON proposal
    WHEN NEW.state = 'approved'
    BEGIN SELECT RAISE(ABORT, 'a proposal is decided after it was made'); END`,
  `CREATE TABLE proposal_comment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    proposal_id INTEGER NOT NULL REFERENCES proposal (id),
    author_id TEXT NOT NULL REFERENCES account_user (id),
    text TEXT NOT NULL CHECK (length(text) > 0),
    made_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX proposal_comment_of ON proposal_comment (proposal_id, id)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
