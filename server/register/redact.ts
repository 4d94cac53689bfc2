import type { Kysely } from 'kysely'
import type { Register } from '../db/register.ts'
import { type ChangesetHeader, inChangeset } from './changeset.ts'

/**
 * Takes the values of these changes out of the history: value and salt go, the digest and
 * its place in the chain stay, and the chain itself records the act without the value. The
 * record tables are not touched.
 */
export const redactChanges = (
  register: Kysely<Register>,
  header: Omit<ChangesetHeader, 'kind'>,
  changeIds: readonly number[],
): Promise<void> =>
  inChangeset(register, { ...header, kind: 'redaction' }, async (db, changeset) => {
    for (const id of changeIds) {
      await db.deleteFrom('change_value').where('change_id', '=', id).execute()
      const { id: act } = await db
        .insertInto('change')
        .values({ changeset_id: changeset.id, table_name: 'change', record_id: id, op: 'redact', digest: null, chain: null })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('change_value')
        .values({ change_id: act, salt: Buffer.from(crypto.getRandomValues(new Uint8Array(16))), value: '{}' })
        .execute()
    }
  })
