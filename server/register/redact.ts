import type { Kysely, Transaction } from 'kysely'
import type { Register } from '../db/register.ts'
import { type ChangesetHeader, inChangeset, sealHistory } from './changeset.ts'

/**
 * Takes the values of these changes out of the history, inside an open changeset of kind
 * redaction: value and salt go, the digest and its place in the chain stay, and the chain itself
 * records the act without the value. The record tables are not touched.
 */
export const takeValues = async (db: Transaction<Register>, changesetId: number, changeIds: readonly number[]): Promise<void> => {
  // A change of this same changeset gets its digest before its value goes.
  await sealHistory(db)
  for (const id of changeIds) {
    await db.deleteFrom('change_value').where('change_id', '=', id).execute()
    const { id: act } = await db
      .insertInto('change')
      .values({ changeset_id: changesetId, table_name: 'change', record_id: id, op: 'redact', digest: null, chain: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('change_value')
      .values({ change_id: act, salt: Buffer.from(crypto.getRandomValues(new Uint8Array(16))), value: '{}' })
      .execute()
  }
}

/** The same as a changeset of its own. */
export const redactChanges = (
  register: Kysely<Register>,
  header: Omit<ChangesetHeader, 'kind'>,
  changeIds: readonly number[],
): Promise<void> =>
  inChangeset(register, { ...header, kind: 'redaction' }, (db, changeset) => takeValues(db, changeset.id, changeIds))
