import Database from 'better-sqlite3'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import { LRUCache } from 'lru-cache'
import { foldText } from '../names/fold.ts'
import { textSounds } from '../names/text-sounds.ts'
import { surnameFirst } from '../names/surname-first.ts'
import { oneWriterDialect, type Prepares } from './one-writer.ts'
import type { Records } from './records.ts'

/**
 * A file of records behind Kysely. `raw` is the same connection (the one that writes, where
 * reads have their own) for what Kysely does not say: pragmas, backups, checkpoints.
 */
export type Opened<Schema> = {
  readonly db: Kysely<Schema>
  readonly raw: Database.Database
  readonly close: () => Promise<void>
}

/** SQLite waits for a lock by stopping this whole process: never longer than this, in milliseconds. */
const longestWaitMs = 20

/** Prepared statements kept by their text; beyond this many, the oldest goes. */
const keptStatements = 500

/** Kysely prepares a statement at every call; keeping them makes small reads several times faster. */
const keepStatements = (raw: Database.Database): Prepares => {
  const kept = new Map<string, Database.Statement<unknown[]>>()
  return {
    prepare: (text: string) => {
      const known = kept.get(text)
      if (known) return known
      const statement = raw.prepare<unknown[]>(text)
      kept.set(text, statement)
      const oldest = kept.keys().next().value
      if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest)
      return statement
    },
  }
}

const setAndReadBack = (raw: Database.Database, pragma: string, value: string | number, expected: unknown): void => {
  raw.pragma(`${pragma} = ${value}`)
  const found: unknown = raw.pragma(pragma, { simple: true })
  if (found !== expected) {
    raw.close()
    throw new Error(`SQLite did not keep ${pragma} = ${value} (it says ${String(found)})`)
  }
}

/** Letters of folded texts kept, so that a search typed letter by letter in the register folds each text once. */
const keptLetters = 8 * 1024 * 1024

/** A function of a text that remembers: for one open file, so that its texts are forgotten with it. */
const remembering = (of: (text: string) => string): ((text: unknown) => string) => {
  const kept = new LRUCache<string, string>({ maxSize: keptLetters, sizeCalculation: (answer, text) => answer.length + text.length + 1 })
  return (value) => {
    const text = String(value ?? '')
    const known = kept.get(text)
    if (known !== undefined) return known
    const answer = of(text)
    kept.set(text, answer)
    return answer
  }
}

const addFunctions = (raw: Database.Database): void => {
  raw.function('fold', { deterministic: true, directOnly: true }, remembering(foldText))
  raw.function('text_sounds', { deterministic: true, directOnly: true }, remembering(textSounds))
  raw.function('surname_first', { deterministic: true, directOnly: true }, (folded: unknown) => (typeof folded === 'string' ? surnameFirst(folded) : null))
}

const wrap = <Schema>(raw: Database.Database): Opened<Schema> => {
  addFunctions(raw)
  const database = { ...keepStatements(raw), close: () => raw.close() } as unknown as SqliteDatabase
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) })
  // A connection that Kysely never used is not closed by it.
  return { db, raw, close: () => db.destroy().then(() => void raw.close()) }
}

/** A file that belongs to nobody else: what is done with it in passing stays in memory, for it may be confidential. */
const protect = (raw: Database.Database): void => {
  setAndReadBack(raw, 'trusted_schema', 'OFF', 0)
  setAndReadBack(raw, 'cell_size_check', 'ON', 1)
  setAndReadBack(raw, 'temp_store', 'MEMORY', 2)
}

const openBeside = (file: string): Database.Database => {
  const reading = new Database(file, { readonly: true, fileMustExist: true, timeout: longestWaitMs })
  protect(reading)
  setAndReadBack(reading, 'query_only', 'ON', 1)
  addFunctions(reading)
  return reading
}

/**
 * Opens a file for writing with every pragma set and read back: better-sqlite3's build
 * falls back to synchronous=NORMAL in WAL on a second open, which loses acknowledged writes
 * in a power cut. Reads through Kysely have a connection of their own, so that none waits for a
 * write. `:memory:` has no journal file and one connection.
 */
export const openForWriting = <Schema>(file: string): Opened<Schema> => {
  const raw = new Database(file, { timeout: longestWaitMs })
  if (file !== ':memory:') setAndReadBack(raw, 'journal_mode', 'WAL', 'wal')
  setAndReadBack(raw, 'synchronous', 'FULL', 2)
  setAndReadBack(raw, 'foreign_keys', 'ON', 1)
  setAndReadBack(raw, 'recursive_triggers', 'ON', 1)
  setAndReadBack(raw, 'secure_delete', 'ON', 1)
  protect(raw)
  addFunctions(raw)
  const reading = file === ':memory:' ? null : openBeside(file)
  const close = (): void => {
    reading?.close()
    raw.close()
  }
  const db = new Kysely<Schema>({
    dialect: oneWriterDialect({ writer: raw, toWrite: keepStatements(raw), toRead: reading && keepStatements(reading), close }),
  })
  // A connection that Kysely never used is not closed by it.
  return { db, raw, close: () => db.destroy().then(close) }
}

/** Opens a finished file that nobody writes: an edition. */
export const openForReading = <Schema>(file: string): Opened<Schema> => {
  const raw = new Database(file, { readonly: true, fileMustExist: true, timeout: longestWaitMs })
  protect(raw)
  setAndReadBack(raw, 'query_only', 'ON', 1)
  return wrap<Schema>(raw)
}

/** Pages of a file in the making that stay in memory, in kibibytes. */
const makingCacheKiB = 256 * 1024

/** A file that one process fills and nobody else reads. It is synced once, when it is whole: until then it is thrown away after a failure. */
const setForMaking = (raw: Database.Database, schema: 'main' | 'edition'): void => {
  setAndReadBack(raw, `${schema}.journal_mode`, 'DELETE', 'delete')
  setAndReadBack(raw, `${schema}.synchronous`, 'OFF', 0)
  setAndReadBack(raw, `${schema}.cache_size`, -makingCacheKiB, -makingCacheKiB)
}

/** Opens an edition in the making. */
export const openForMaking = (file: string): Opened<Records> => {
  const raw = new Database(file)
  setForMaking(raw, 'main')
  setAndReadBack(raw, 'trusted_schema', 'OFF', 0)
  setAndReadBack(raw, 'cell_size_check', 'ON', 1)
  return wrap<Records>(raw)
}

/** Opens the register to read what would be published: nothing in its file can be written, temporary tables can. */
export const openForPublishing = <Schema>(file: string): Opened<Schema> => {
  const raw = new Database(file, { readonly: true, fileMustExist: true, timeout: longestWaitMs })
  protect(raw)
  return wrap<Schema>(raw)
}

/**
 * Opens a file of records to copy out of, with an edition in the making as the schema `edition`.
 * SQLite attaches a file with the rights of the first: what keeps this connection from writing the first
 * one is that its rows are only selected, and that `copyRecords` counts what was
 * written; a record of the register cannot be changed outside a changeset either.
 */
export const openForCopying = <Schema>(file: string, edition: string): Opened<Schema> => {
  const raw = new Database(file, { fileMustExist: true, timeout: longestWaitMs })
  protect(raw)
  raw.prepare('ATTACH ? AS edition').run(edition)
  setForMaking(raw, 'edition')
  // Rows may refer to later rows of their own table; every reference is checked when the file is whole.
  setAndReadBack(raw, 'foreign_keys', 'OFF', 0)
  return wrap<Schema>(raw)
}
