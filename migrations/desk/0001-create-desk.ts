import { type Kysely, sql } from 'kysely'

/*
 * The desk tables: accounts, proposals, history, editions, captures and private facts.
 * None of them is ever copied into an edition. Timestamps are ISO 8601 in UTC.
 */

const statements = [
  // Accounts, in the shape better-auth reads and writes. No address and no user agent is kept.
  `CREATE TABLE account_user (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    emailVerified INTEGER NOT NULL DEFAULT 0 CHECK (emailVerified IN (0, 1)),
    image TEXT,
    createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE account_session (
    id TEXT PRIMARY KEY,
    token TEXT NOT NULL UNIQUE,
    userId TEXT NOT NULL REFERENCES account_user (id) ON DELETE CASCADE,
    expiresAt TEXT NOT NULL,
    createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL,
    ipAddress TEXT CHECK (ipAddress IS NULL OR ipAddress = ''),
    userAgent TEXT CHECK (userAgent IS NULL OR userAgent = '')
  ) STRICT`,
  `CREATE TABLE account_credential (
    id TEXT PRIMARY KEY,
    accountId TEXT NOT NULL,
    providerId TEXT NOT NULL,
    userId TEXT NOT NULL REFERENCES account_user (id) ON DELETE CASCADE,
    accessToken TEXT,
    refreshToken TEXT,
    idToken TEXT,
    accessTokenExpiresAt TEXT,
    refreshTokenExpiresAt TEXT,
    scope TEXT,
    password TEXT,
    createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE account_verification (
    id TEXT PRIMARY KEY,
    identifier TEXT NOT NULL,
    value TEXT NOT NULL,
    expiresAt TEXT NOT NULL,
    createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE account_role (
    user_id TEXT NOT NULL REFERENCES account_user (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('contributor', 'reviewer', 'publisher', 'admin', 'auditor')),
    PRIMARY KEY (user_id, role)
  ) STRICT`,
  // A one-time link: only the SHA-256 of its token is kept.
  `CREATE TABLE account_invitation (
    token_sha256 TEXT PRIMARY KEY,
    roles TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
  ) STRICT`,

  // History: a changeset, its changes in a hash chain, and their values kept apart.
  `CREATE TABLE changeset (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN (
      'seed', 'new', 'correction', 'late_discovery', 'merge', 'retraction', 'redaction', 'import', 'migration')),
    author TEXT NOT NULL CHECK (length(author) > 0),
    author_id TEXT REFERENCES account_user (id),
    reviewer TEXT,
    reviewer_id TEXT REFERENCES account_user (id),
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    proposal_id INTEGER REFERENCES proposal (id),
    made_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE open_changeset (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    changeset_id INTEGER NOT NULL REFERENCES changeset (id)
  ) STRICT`,
  `CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    changeset_id INTEGER NOT NULL REFERENCES changeset (id),
    table_name TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete', 'redact')),
    digest TEXT CHECK (length(digest) = 64),
    chain TEXT CHECK (length(chain) = 64)
  ) STRICT`,
  `CREATE INDEX change_record ON change (table_name, record_id, id)`,
  `CREATE INDEX change_changeset ON change (changeset_id)`,
  `CREATE INDEX change_unsealed ON change (id) WHERE digest IS NULL`,
  `CREATE TABLE change_value (
    change_id INTEGER PRIMARY KEY REFERENCES change (id),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    value TEXT NOT NULL
  ) STRICT`,
  `CREATE TRIGGER change_is_kept BEFORE DELETE ON change
    BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END`,
  `CREATE TRIGGER change_is_sealed BEFORE UPDATE ON change
    WHEN OLD.digest IS NOT NULL OR NEW.digest IS NULL OR NEW.chain IS NULL
      OR NEW.changeset_id IS NOT OLD.changeset_id OR NEW.table_name IS NOT OLD.table_name
      OR NEW.record_id IS NOT OLD.record_id OR NEW.op IS NOT OLD.op OR NEW.id IS NOT OLD.id
    BEGIN SELECT RAISE(ABORT, 'a sealed change is never altered'); END`,
  `CREATE TRIGGER changeset_is_kept BEFORE DELETE ON changeset
    BEGIN SELECT RAISE(ABORT, 'a changeset is never deleted'); END`,
  `CREATE TRIGGER changeset_is_fixed BEFORE UPDATE ON changeset
    BEGIN SELECT RAISE(ABORT, 'a changeset is never altered'); END`,
  // The last changeset that touched a record or anything in it: what If-Match compares.
  `CREATE TABLE record_version (
    record_table TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    changeset_id INTEGER NOT NULL REFERENCES changeset (id),
    PRIMARY KEY (record_table, record_id)
  ) STRICT`,

  `CREATE TABLE proposal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('release_event')),
    record_id INTEGER,
    base_version INTEGER,
    change_kind TEXT NOT NULL CHECK (change_kind IN ('new', 'correction', 'late_discovery', 'retraction')),
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
  `CREATE INDEX proposal_state ON proposal (state, updated_at)`,
  `CREATE INDEX proposal_record ON proposal (kind, record_id)`,
  `CREATE TABLE idempotency_key (
    user_id TEXT NOT NULL REFERENCES account_user (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    request_sha256 TEXT NOT NULL,
    status INTEGER NOT NULL,
    answer TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (user_id, key)
  ) STRICT`,

  `CREATE TABLE edition (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number INTEGER NOT NULL CHECK (number > 0),
    revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
    published_at TEXT NOT NULL,
    published_by TEXT NOT NULL,
    note TEXT NOT NULL,
    changeset_id INTEGER NOT NULL REFERENCES changeset (id),
    chain TEXT NOT NULL CHECK (length(chain) = 64),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes INTEGER NOT NULL,
    counts TEXT NOT NULL CHECK (json_valid(counts)),
    UNIQUE (number, revision)
  ) STRICT`,

  // What the public must never see: kept at the desk only.
  `CREATE TABLE source_capture (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES source (id),
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    body BLOB NOT NULL,
    captured_at TEXT NOT NULL,
    captured_by TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE desk_fact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    detainee_id INTEGER NOT NULL REFERENCES detainee (id),
    kind TEXT NOT NULL CHECK (kind IN ('health', 'relative', 'minor', 'address', 'contact', 'document', 'treatment', 'other')),
    text TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE desk_evidence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    desk_fact_id INTEGER NOT NULL REFERENCES desk_fact (id),
    source_id INTEGER REFERENCES source (id),
    quote TEXT
  ) STRICT`,
  `CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
