import { type Kysely, sql } from 'kysely'
import type { Records } from '../../db/records.ts'
import { isListed } from '../common/listed.ts'

/*
 * A person merged into another counts as the one kept: what hangs on either is the kept
 * person's. Releases are already so in `release_named`; this does it for the other rows.
 */

/** Whom a row belongs to, where `held` is the alias of the detainee it hangs on. */
export const keptId = sql<number>`coalesce(held.merged_into, held.id)`

/** Every id that stands for one of these people, with the id it stands for. */
export const findOwnIds = async (db: Kysely<Records>, ids: readonly number[]): Promise<Map<number, number>> => {
  const merged = await db
    .selectFrom('detainee')
    .where(isListed('merged_into', ids))
    .select(['id', 'merged_into'])
    .execute()
  return new Map([
    ...ids.map((id): [number, number] => [id, id]),
    ...merged.map((row): [number, number] => [row.id, row.merged_into ?? row.id]),
  ])
}
