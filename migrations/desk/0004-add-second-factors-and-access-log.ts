import { type Kysely, sql } from 'kysely'

/*
 * Second factors, fresh sign-ins, people shut out, invitations by staff, and the access log.
 * Timestamps are ISO 8601 in UTC.
 */

const statements = [
  // In the shape better-auth's twoFactor reads and writes; secret and codes are encrypted with the desk's key.
  `ALTER TABLE account_user ADD COLUMN twoFactorEnabled INTEGER NOT NULL DEFAULT 0 CHECK (twoFactorEnabled IN (0, 1))`,
  `CREATE TABLE account_second_factor (
    id TEXT PRIMARY KEY,
    secret TEXT NOT NULL,
    backupCodes TEXT NOT NULL,
    userId TEXT NOT NULL UNIQUE REFERENCES account_user (id) ON DELETE CASCADE,
    verified INTEGER NOT NULL DEFAULT 1 CHECK (verified IN (0, 1)),
    failedVerificationCount INTEGER DEFAULT 0,
    lockedUntil TEXT
  ) STRICT`,
  // A code that was taken is not taken again while it would still be right.
  `CREATE TABLE account_used_code (
    user_id TEXT NOT NULL REFERENCES account_user (id) ON DELETE CASCADE,
    code TEXT NOT NULL,
    used_at TEXT NOT NULL,
    PRIMARY KEY (user_id, code)
  ) STRICT`,
  // When the one in a session last gave the password, and the second factor where there is one.
  `CREATE TABLE account_confirmation (
    session_id TEXT PRIMARY KEY REFERENCES account_session (id) ON DELETE CASCADE,
    confirmed_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE account_shut_out (
    user_id TEXT PRIMARY KEY REFERENCES account_user (id) ON DELETE CASCADE,
    shut_out_by TEXT REFERENCES account_user (id),
    shut_out_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TRIGGER account_session_not_of_shut_out BEFORE INSERT ON account_session
    WHEN EXISTS (SELECT 1 FROM account_shut_out WHERE user_id = NEW.userId)
    BEGIN SELECT RAISE(ABORT, 'this account is shut out'); END`,
  `ALTER TABLE account_invitation ADD COLUMN invited_by TEXT REFERENCES account_user (id)`,
  `ALTER TABLE account_invitation ADD COLUMN for_user TEXT REFERENCES account_user (id)`,

  // Who did what to accounts and settings, and who took or read what is confidential. It names
  // accounts and records by number only: no address, no browser, no word of what was read.
  `CREATE TABLE account_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    act TEXT NOT NULL CHECK (act IN (
      'signed_in', 'signed_out', 'signed_out_everywhere', 'session_ended', 'confirmed', 'password_changed',
      'second_factor_added', 'second_factor_removed', 'second_factor_reset', 'recovery_code_used',
      'recovery_codes_made', 'invited', 'invitation_withdrawn', 'account_made', 'password_link_made',
      'roles_changed', 'shut_out', 'let_in', 'settings_changed', 'exported', 'read', 'redacted', 'published')),
    account_id TEXT REFERENCES account_user (id),
    subject_id TEXT REFERENCES account_user (id),
    record_table TEXT,
    record_id INTEGER,
    detail TEXT,
    CHECK ((record_table IS NULL) = (record_id IS NULL))
  ) STRICT`,
  `CREATE INDEX account_event_account ON account_event (account_id, id)`,
  `CREATE INDEX account_event_subject ON account_event (subject_id, id)`,
  `CREATE TRIGGER account_event_is_kept BEFORE DELETE ON account_event
    BEGIN SELECT RAISE(ABORT, 'the access log is never deleted'); END`,
  `CREATE TRIGGER account_event_is_fixed BEFORE UPDATE ON account_event
    BEGIN SELECT RAISE(ABORT, 'the access log is never altered'); END`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
