import { type Kysely, sql } from 'kysely'
import type { Records } from '../../db/records.ts'
import { isListed } from './listed.ts'

export type PrimaryName = { readonly text: string; readonly lang: string }

/**
 * The name each person is listed under: the primary one, Latin before other scripts, the
 * oldest first. People whose name is withheld are absent.
 */
export const findPrimaryNames = async (
  db: Kysely<Records>,
  detaineeIds: readonly number[],
): Promise<Map<number, PrimaryName>> => {
  const rows = await db
    .selectFrom('detainee_name')
    .where(isListed('detainee_id', detaineeIds))
    .select(['detainee_id', 'text', 'lang'])
    .orderBy('detainee_id')
    .orderBy(sql`kind <> 'primary', script <> 'Latn', id`)
    .execute()
  const names = new Map<number, PrimaryName>()
  for (const row of rows) {
    if (!names.has(row.detainee_id)) names.set(row.detainee_id, { text: row.text, lang: row.lang })
  }
  return names
}
