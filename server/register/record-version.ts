import type { Kysely } from 'kysely'
import type { Register } from '../db/register.ts'
import type { RootRecord } from './changeset.ts'

/** The version of a record: the last changeset that touched it or anything in it, 0 where none is on record. */
export const findRecordVersion = async (db: Kysely<Register>, { table, id }: RootRecord): Promise<number> => {
  const version = await db
    .selectFrom('record_version')
    .where('record_table', '=', table)
    .where('record_id', '=', id)
    .select('changeset_id')
    .executeTakeFirst()
  return version?.changeset_id ?? 0
}
