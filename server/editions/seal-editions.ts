import { type Kysely, sql } from 'kysely'
import { sealedText } from '#contract/editions.ts'
import type { Register } from '../db/register.ts'
import type { SigningKey } from '../register/signing-key.ts'
import { writeEditionIndex } from './edition-index.ts'
import { findEditions } from './find-editions.ts'

/**
 * Signs the editions published since the last one that was signed, and tells readers of it. An
 * older one without its signature was tampered with: verification says so. Call it with
 * `afterOthers`, or before a door is open.
 */
export const sealEditions = async (db: Kysely<Register>, editionsDir: string, key: SigningKey): Promise<void> => {
  const open = await db
    .selectFrom('edition')
    .where('id', '>', (eb) => eb.selectFrom('edition').where('signature', 'is not', null).select(({ fn }) => fn.coalesce(fn.max('id'), sql<number>`0`).as('last')))
    .select(['id', 'number', 'revision', 'sha256', 'chain', 'published_at'])
    .execute()
  if (open.length === 0) return
  for (const { id, number, revision, sha256, chain, published_at: publishedAt } of open) {
    const signature = key.sign(sealedText({ label: `${number}.${revision}`, sha256, chain, publishedAt }))
    await db.updateTable('edition').set({ signature, signing_key: key.publicKey }).where('id', '=', id).execute()
  }
  await writeEditionIndex(editionsDir, await findEditions(db))
}
