import { type Kysely, sql } from 'kysely'

/*
 * What an import was last checked against, so that nothing is checked twice; and of whom a row was said
 * not to be, so that it is never asked again.
 */

const statements = [
  `ALTER TABLE import_job ADD COLUMN checked_as TEXT`,
  `ALTER TABLE import_row ADD COLUMN not_person TEXT CHECK (not_person GLOB 'D-[1-9]*')`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
