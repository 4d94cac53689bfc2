import type Database from 'better-sqlite3'

/** Changes whose value a redaction changeset took away, as the chain itself records. */
export const redactedChanges = (raw: Database.Database): ReadonlySet<number> =>
  new Set(
    raw
      .prepare<[], { record_id: number }>(
        `SELECT change.record_id FROM change JOIN changeset ON changeset.id = change.changeset_id
         WHERE change.op = 'redact' AND change.table_name = 'change' AND changeset.kind = 'redaction'`,
      )
      .all()
      .map((row) => row.record_id),
  )
