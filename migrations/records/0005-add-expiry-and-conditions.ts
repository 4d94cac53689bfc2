import { type Kysely, sql } from 'kysely'

/*
 * When a sanctions action ends by its own terms, and what it is tied to. The date is four columns
 * like every other; the last one carries the checks between them.
 */

const columns = [
  `expires_edtf TEXT`,
  `expires_earliest TEXT CHECK (expires_earliest IS date(expires_earliest))`,
  `expires_latest TEXT CHECK (expires_latest IS date(expires_latest))`,
  `expires_basis TEXT NOT NULL DEFAULT 'not_stated'
    CHECK (expires_basis IN ('stated', 'inferred', 'not_stated', 'withheld'))
    CHECK (expires_earliest <= expires_latest)
    CHECK ((expires_edtf IS NULL) = (expires_basis IN ('not_stated', 'withheld')))
    CHECK (expires_edtf IS NOT NULL OR (expires_earliest IS NULL AND expires_latest IS NULL))`,
  `conditions TEXT CHECK (length(conditions) BETWEEN 1 AND 5000)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const column of columns) await sql.raw(`ALTER TABLE sanctions_action ADD COLUMN ${column}`).execute(db)
}
