import type Database from 'better-sqlite3'
import { type RecordTables, type Records, recordTables } from '../db/records.ts'
import { type Opened, openForReading } from '../db/sqlite.ts'
import { publishedTables } from './published-columns.ts'

const columnsIn = (raw: Database.Database, table: string): Set<string> =>
  new Set(
    raw
      .prepare<[string], { name: string }>(`SELECT name FROM pragma_table_info(?, 'main')`)
      .all(table)
      .map(({ name }) => name),
  )

const publishedIn = (table: keyof RecordTables): string[] => {
  const { columns, guarded = {} } = publishedTables[table]
  return [...columns, ...Object.keys(guarded)]
}

const unstated = (column: string): string => (column.endsWith('_basis') ? `'not_stated'` : 'NULL')

/**
 * An edition stays as it was published, so that one of an older version lacks what the records
 * have come to hold since. In this connection it is shown with these columns, not stated: the file
 * is not touched.
 */
export const showLaterColumns = (raw: Database.Database): void => {
  const statements = recordTables.flatMap((table) => {
    const present = columnsIn(raw, table)
    const later = publishedIn(table).filter((column) => !present.has(column))
    if (later.length === 0) return []
    if (present.size === 0) return [`CREATE TEMP TABLE ${table} (${later.join(', ')})`]
    const values = later.map((column) => `${unstated(column)} AS ${column}`)
    return [`CREATE TEMP VIEW ${table} AS SELECT *, ${values.join(', ')} FROM main.${table}`]
  })
  if (statements.length === 0) return
  const onlyReads = raw.pragma('query_only', { simple: true })
  raw.pragma('query_only = OFF')
  for (const statement of statements) raw.exec(statement)
  raw.pragma(`query_only = ${String(onlyReads)}`)
}

/**
 * Opens an edition file for reading, whichever version published it. Nobody writes it, so that its
 * lock, which others who read share, is taken once and kept: taking it for each statement costs as
 * much as a small one.
 */
export const openEdition = (file: string): Opened<Records> => {
  const opened = openForReading<Records>(file)
  opened.raw.pragma('locking_mode = EXCLUSIVE')
  showLaterColumns(opened.raw)
  return opened
}
