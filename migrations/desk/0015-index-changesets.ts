import { type Kysely, sql } from 'kysely'

/* Every answer of the desk says which change took words out last: it is found without reading all changes. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw('CREATE INDEX changeset_by_kind ON changeset (kind)').execute(db)
}
