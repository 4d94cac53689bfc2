import type { CompiledQuery, Kysely, RawBuilder } from 'kysely'
import type { Records } from '../../db/records.ts'

/** JSON that SQLite wrote. */
export type Body = { readonly body: Buffer }

/**
 * Asks for the one with a number, whose number is every parameter, by a statement that is kept as each file is asked
 * it: its text is long, and making it anew costs as much as answering it.
 */
export const keptStatement = (asked: (id: number) => RawBuilder<Body>) => {
  const compiled = new WeakMap<Kysely<Records>, CompiledQuery<Body>>()
  return async (db: Kysely<Records>, id: number): Promise<Buffer | null> => {
    const statement = compiled.get(db) ?? asked(id).compile(db)
    compiled.set(db, statement)
    const { rows } = await db.executeQuery<Body>({ ...statement, parameters: statement.parameters.map(() => id) })
    return rows[0]?.body ?? null
  }
}
