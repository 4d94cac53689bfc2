import type Database from 'better-sqlite3'
import { migrate } from '../db/migrate.ts'
import { recordTables } from '../db/records.ts'
import { openForMaking } from '../db/sqlite.ts'
import { publishedRows } from './published-columns.ts'

/** A file with the tables of an edition and no rows, and how to make its indexes when all rows are in. */
export type EmptyEdition = { readonly file: string; readonly indexes: readonly string[] }

/** An index made of all rows at once takes a fraction of the time of one that each row is put into. */
const takeIndexesAway = (raw: Database.Database): string[] => {
  const indexes = raw.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").all()
  for (const { name } of indexes) raw.exec(`DROP INDEX "${name}"`)
  return indexes.map(({ sql }) => sql)
}

export const makeEmpty = async (file: string): Promise<EmptyEdition> => {
  const edition = openForMaking(file)
  try {
    await migrate(edition, ['records'])
    return { file, indexes: takeIndexesAway(edition.raw) }
  } finally {
    await edition.close()
  }
}

const changesOf = (raw: Database.Database): number => raw.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0

/**
 * Copies the published rows of every record table into the attached edition, each by one statement
 * of SQLite, from the list of columns, and ends the transaction. Returns the number of rows of each table.
 * Throws, and nothing is kept, where anything else was written.
 */
export const copyRecords = (from: Database.Database, progress: (step: string) => void): Record<string, number> => {
  const before = changesOf(from)
  const counts: Record<string, number> = {}
  for (const table of recordTables) {
    progress(`copying ${table}`)
    const { columns, select } = publishedRows(table)
    counts[table] = from.prepare(`INSERT INTO edition.${table} (${columns.join(', ')}) ${select}`).run().changes
  }
  const copied = Object.values(counts).reduce((sum, rows) => sum + rows, 0)
  if (changesOf(from) - before !== copied) throw new Error('Publishing would have written more than the edition')
  from.exec('COMMIT')
  from.exec('DETACH edition')
  return counts
}
