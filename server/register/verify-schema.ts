import type Database from 'better-sqlite3'
import { openRegisterFile } from './open.ts'
import type { Finding } from './verify-finding.ts'

const stepsIn = (raw: Database.Database): string =>
  raw.prepare<[], { name: string }>('SELECT name FROM migration ORDER BY name').all().map(({ name }) => name).join()

const schemaOf = (raw: Database.Database): Map<string, string> =>
  new Map(
    raw
      .prepare<[], { type: string; name: string; sql: string }>("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql IS NOT NULL")
      .all()
      .map(({ type, name, sql }) => [`${type} ${name}`, sql]),
  )

/**
 * The tables, constraints and triggers against those that this version makes: without its
 * triggers a register would take writes that leave no history. Nothing is said of a register
 * that an older version wrote and this one has not opened yet.
 */
export const verifySchema = async (raw: Database.Database): Promise<Finding[]> => {
  const fresh = await openRegisterFile(':memory:')
  try {
    if (stepsIn(raw) !== stepsIn(fresh.raw)) return []
    const [found, expected] = [schemaOf(raw), schemaOf(fresh.raw)]
    const differing = [...new Set([...found.keys(), ...expected.keys()])].filter((name) => found.get(name) !== expected.get(name))
    return differing.map((name) => ({ what: 'schema', message: `The ${name} is not as this version of Habeas makes it.` }))
  } finally {
    await fresh.close()
  }
}
