import { setTimeout } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { turns } from './turns.ts'

/*
 * A file that one process writes, as Kysely sees it: writes take turns on one connection, reads
 * have another and wait for nobody. Where a different process holds the file (a publication, a
 * backup), a write waits here and not in SQLite, whose own waiting would stop everyone.
 */

/** Prepares by text; a wrapper may keep the statement. */
export type Prepares = { readonly prepare: (text: string) => Database.Statement<unknown[]> }

/** How long a write tries while another process writes, in milliseconds. Then it fails with SQLITE_BUSY. */
const patienceMs = 2000
const longestPauseMs = 200

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

const patiently = async <Result>(attempt: () => Result): Promise<Result> => {
  const until = Date.now() + patienceMs
  for (let pause = 10; ; pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error) || Date.now() + pause > until) throw error
      await setTimeout(pause)
    }
  }
}

const run = <Row>(statement: Database.Statement<unknown[]>, { parameters }: CompiledQuery): QueryResult<Row> => {
  if (statement.reader) return { rows: statement.all(...parameters) as Row[] }
  const { changes, lastInsertRowid } = statement.run(...parameters)
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
}

type Files = {
  readonly writer: Database.Database
  /** Statements of the writing connection, and of the reading one; null where a file has only one, as in memory. */
  readonly toWrite: Prepares
  readonly toRead: Prepares | null
  readonly close: () => void
}

class OneOfMany implements DatabaseConnection {
  readonly #files: Files
  readonly #turn: ReturnType<typeof turns>
  #letGo: (() => void) | null = null

  constructor(files: Files, turn: ReturnType<typeof turns>) {
    this.#files = files
    this.#turn = turn
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#letGo !== null) return run(this.#files.toWrite.prepare(query.sql), query)
    const reading = this.#readingStatement(query.sql)
    if (reading !== null) return run(reading, query)
    const letGo = await this.#turn()
    try {
      return await patiently(() => run<Row>(this.#files.toWrite.prepare(query.sql), query))
    } finally {
      letGo()
    }
  }

  /** Rows are read whole: an open cursor would hold a snapshot for as long as its reader takes. */
  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query)
  }

  async begin(): Promise<void> {
    const letGo = await this.#turn()
    try {
      // Taking the write lock at once: one taken half way through could be refused for good.
      await patiently(() => this.#files.toWrite.prepare('BEGIN IMMEDIATE').run())
      this.#letGo = letGo
    } catch (error) {
      letGo()
      throw error
    }
  }

  /** A commit that fails keeps its turn: the rollback that follows ends it. */
  commit(): void {
    this.#files.toWrite.prepare('COMMIT').run()
    this.#end()
  }

  rollback(): void {
    try {
      // A full disk has rolled back already.
      if (this.#files.writer.inTransaction) this.#files.toWrite.prepare('ROLLBACK').run()
    } finally {
      this.#end()
    }
  }

  #end(): void {
    this.#letGo?.()
    this.#letGo = null
  }

  #readingStatement(text: string): Database.Statement<unknown[]> | null {
    if (this.#files.toRead === null || !/^\s*(?:select|with)\b/i.test(text)) return null
    const statement = this.#files.toRead.prepare(text)
    return statement.readonly ? statement : null
  }
}

class OneWriterDriver implements Driver {
  readonly #files: Files
  readonly #turn = turns()

  constructor(files: Files) {
    this.#files = files
  }

  init = (): Promise<void> => Promise.resolve()
  acquireConnection = (): Promise<OneOfMany> => Promise.resolve(new OneOfMany(this.#files, this.#turn))
  beginTransaction = (connection: OneOfMany): Promise<void> => connection.begin()
  commitTransaction = async (connection: OneOfMany): Promise<void> => connection.commit()
  rollbackTransaction = async (connection: OneOfMany): Promise<void> => connection.rollback()
  releaseConnection = (): Promise<void> => Promise.resolve()
  destroy = async (): Promise<void> => this.#files.close()
}

class ManyConnections extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

export const oneWriterDialect = (files: Files): Dialect => ({
  createDriver: () => new OneWriterDriver(files),
  createAdapter: () => new ManyConnections(),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: (db) => new SqliteIntrospector(db),
})
