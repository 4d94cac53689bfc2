import { type Kysely, sql } from 'kysely'
import type { Register } from '../db/register.ts'
import { openEdition } from './open-edition.ts'
import type { ProtectionReason } from './protections.ts'

export type Hidden = ReadonlyMap<number, ProtectionReason>

/** Everyone who is not fully public in the register, the stricter of a merged person and whom they were merged into. */
export const findHidden = async (db: Kysely<Register>): Promise<Hidden> => {
  const { rows } = await sql<{ id: number; level: number }>`
    WITH RECURSIVE chain (id, next, depth) AS (
      SELECT id, id, 0 FROM detainee
      UNION SELECT chain.id, detainee.merged_into, depth + 1 FROM chain
        JOIN detainee ON detainee.id = chain.next
        WHERE detainee.merged_into IS NOT NULL AND depth < 50)
    SELECT chain.id AS id, MAX(CASE detainee.visibility WHEN 'withheld' THEN 2 WHEN 'name_withheld' THEN 1 ELSE 0 END) AS level
    FROM chain JOIN detainee ON detainee.id = chain.next GROUP BY chain.id HAVING level > 0`.execute(db)
  return new Map(rows.map(({ id, level }) => [id, level === 2 ? 'withheld' : 'name_withheld']))
}

/** Ids asked for in one statement. */
const atOnce = 500

/** Those of them who are shown with their name in an edition file. */
export const findShown = async (file: string, hidden: Hidden): Promise<number[]> => {
  const edition = openEdition(file)
  try {
    const ids = [...hidden.keys()]
    const shown: number[] = []
    for (let start = 0; start < ids.length; start += atOnce) {
      const rows = await edition.db
        .selectFrom('detainee')
        .where('id', 'in', ids.slice(start, start + atOnce))
        .where('visibility', '=', 'public')
        .select('id')
        .execute()
      shown.push(...rows.map(({ id }) => id))
    }
    return shown
  } finally {
    await edition.close()
  }
}

export const findNames = async (db: Kysely<Register>, ids: readonly number[]): Promise<string[]> => {
  const names: string[] = []
  for (let start = 0; start < ids.length; start += atOnce) {
    const some = ids.slice(start, start + atOnce)
    const rows = await db.selectFrom('detainee_name').where('detainee_id', 'in', some).select('text').execute()
    names.push(...rows.map(({ text }) => text))
  }
  return names
}

/**
 * People withheld since the last publication: a kept edition may name them in a text although
 * it does not have their record, because they were entered after it.
 */
export const findNewlyHidden = async (db: Kysely<Register>, hidden: Hidden): Promise<number[]> => {
  const last = await db.selectFrom('edition').select('changeset_id').orderBy('number', 'desc').limit(1).executeTakeFirst()
  const rows = await db
    .selectFrom('change')
    .innerJoin('changeset', 'changeset.id', 'change.changeset_id')
    .where('changeset.id', '>', last?.changeset_id ?? 0)
    .where('changeset.kind', '=', 'redaction')
    .where('change.table_name', '=', 'detainee')
    .select('change.record_id')
    .distinct()
    .execute()
  return rows.flatMap(({ record_id: id }) => (hidden.has(id) ? [id] : []))
}
