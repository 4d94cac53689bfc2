import { readdir } from 'node:fs/promises'
import type Database from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { createHistoryTriggers, dropHistoryTriggers } from './history-triggers.ts'
import { NewerDatabaseError } from './newer-database.ts'
import type { Opened } from './sqlite.ts'

type Up = (db: Kysely<unknown>) => Promise<void>
/** `load` reads its file: a start that has none to take does without all of them. */
type Step = { readonly name: string; readonly load: () => Promise<Up> }
type Family = 'records' | 'desk'

const isStep = (module: unknown): module is { up: Up } =>
  typeof module === 'object' && module !== null && 'up' in module && typeof module.up === 'function'

const stepsOf = async (family: Family): Promise<Step[]> => {
  const folder = new URL(`../../migrations/${family}/`, import.meta.url)
  const files = (await readdir(folder)).filter((file) => /^\d{4}-[a-z0-9-]+\.ts$/.test(file)).toSorted()
  return files.map((file) => ({
    name: `${family}/${file.replace('.ts', '')}`,
    load: async () => {
      const module: unknown = await import(new URL(file, folder).href)
      if (!isStep(module)) throw new Error(`The migration ${family}/${file} exports no up()`)
      return module.up
    },
  }))
}

const refuseNewer = (applied: ReadonlySet<string>, known: readonly Step[]): void => {
  const unknown = [...applied].filter((name) => !known.some((step) => step.name === name))
  if (unknown.length > 0) {
    throw new NewerDatabaseError(
      `This data was written by a newer version of Habeas (it has ${unknown.join(', ')}). Update the program, or use another data folder.`,
    )
  }
}

export type Progress = {
  /** Steps the file has, in any order; none for a new one. */
  readonly applied: ReadonlySet<string>
  /** Steps of this version that it lacks. */
  readonly missing: readonly Step[]
}

/** How far a file has come. Throws NewerDatabaseError when it has a step that this version does not know. Writes nothing. */
export const findProgress = async (raw: Database.Database, families: readonly Family[]): Promise<Progress> => {
  const steps = (await Promise.all(families.map((family) => stepsOf(family)))).flat()
  const isBegun = raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migration'").get() !== undefined
  const rows = isBegun ? raw.prepare<[], { name: string }>('SELECT name FROM migration').all() : []
  const applied = new Set(rows.map(({ name }) => name))
  refuseNewer(applied, steps)
  return { applied, missing: steps.filter(({ name }) => !applied.has(name)) }
}

/**
 * Brings a file to the schema of this version, each step in one transaction. The register
 * has records and desk and its history triggers; an edition has records only.
 */
export const migrate = async <Schema>({ db, raw }: Pick<Opened<Schema>, 'db' | 'raw'>, families: readonly Family[]): Promise<string[]> => {
  const { missing } = await findProgress(raw, families)
  await sql`CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT`.execute(db)
  const isRegister = families.includes('desk')
  for (const step of missing) {
    const up = await step.load()
    await sql`PRAGMA foreign_keys = OFF`.execute(db)
    await db.transaction().execute(async (transaction) => {
      await dropHistoryTriggers(transaction)
      await up(transaction as unknown as Kysely<unknown>)
      if (isRegister && step === missing.at(-1)) await createHistoryTriggers(transaction)
      await sql`INSERT INTO migration (name, applied_at) VALUES (${step.name}, ${new Date().toISOString()})`.execute(
        transaction,
      )
      const { rows } = await sql`PRAGMA foreign_key_check`.execute(transaction)
      if (rows.length > 0) throw new Error(`The migration ${step.name} would break ${rows.length} references`)
    })
    await sql`PRAGMA foreign_keys = ON`.execute(db)
  }
  return missing.map((step) => step.name)
}
