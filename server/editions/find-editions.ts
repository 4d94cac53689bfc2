import type { Kysely, Selectable } from 'kysely'
import { type Edition, sealedText } from '#contract/editions.ts'
import type { Register } from '../db/register.ts'
import { fingerprintOf } from '../register/signing-key.ts'
import { isFictional } from '../register/is-fictional.ts'

const sealOf = (row: Selectable<Register['edition']>, label: string): Edition['seal'] => {
  if (row.signature === null || row.signing_key === null) return null
  const text = sealedText({ label, sha256: row.sha256, chain: row.chain, publishedAt: row.published_at })
  return { text, signature: row.signature, publicKey: row.signing_key, fingerprint: fingerprintOf(row.signing_key) }
}

/**
 * The latest revision of each edition, the newest first, as the register recorded them. An
 * edition keeps the day it was published first; a revision has its own beside it.
 */
export const findEditions = async (db: Kysely<Register>): Promise<Edition[]> => {
  const rows = await db.selectFrom('edition').selectAll().orderBy('number', 'desc').orderBy('revision', 'desc').execute()
  const fictional = await isFictional(db)
  const latest = rows.filter((row, index) => rows[index - 1]?.number !== row.number)
  return latest.map((row) => {
    const earlier = rows.filter((other) => other.number === row.number && other.revision < row.revision)
    const label = `${row.number}.${row.revision}`
    return {
      number: row.number,
      revision: row.revision,
      label,
      publishedAt: earlier.at(-1)?.published_at ?? row.published_at,
      revisedAt: earlier.length === 0 ? null : row.published_at,
      note: row.note,
      sha256: row.sha256,
      bytes: row.bytes,
      chain: row.chain,
      counts: JSON.parse(row.counts) as Record<string, number>,
      fictional,
      seal: sealOf(row, label),
      earlier: earlier.map((other) => ({ label: `${other.number}.${other.revision}`, sha256: other.sha256 })),
    }
  })
}
