import type Database from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import { editionRecords } from '#server/db/indexed-search.ts'
import type { RecordFile } from '#server/db/record-file.ts'
import { openEdition } from '#server/editions/open-edition.ts'
import { readApi } from '../../support/read-api.ts'
import { median } from './load.ts'

/*
 * The second floor: the statements a question sends to the edition, sent again to better-sqlite3 in
 * this process, prepared once and kept. It has the tables and their indexes, and no columns in memory.
 */

type Sent = Pick<CompiledQuery, 'sql' | 'parameters'>

export type InProcess = {
  /** Milliseconds that the statements of this question take, the median; NaN where it sends none. */
  readonly time: (path: string) => Promise<number>
  /** For what cannot be said with an address. */
  readonly file: RecordFile
  readonly close: () => Promise<void>
}

const rounds = { least: 5, most: 200, milliseconds: 700 }

export const openInProcess = async (path: string): Promise<InProcess> => {
  const opened = openEdition(path)
  const sent: Sent[] = []
  const db = opened.db.withPlugin({
    transformQuery: ({ node }) => {
      sent.push(opened.db.getExecutor().compileQuery(node, { queryId: 'bench' }))
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const file: RecordFile = { ...editionRecords(opened.db), people: () => Promise.resolve(null), events: () => Promise.resolve(null) }
  const api = await readApi({ ...file, db })
  const kept = new Map<string, Database.Statement<unknown[]>>()
  const prepared = (text: string): Database.Statement<unknown[]> => {
    const statement = kept.get(text) ?? opened.raw.prepare<unknown[]>(text)
    kept.set(text, statement)
    return statement
  }
  const time = async (question: string): Promise<number> => {
    sent.length = 0
    await api.get(question)
    const statements = sent.map(({ sql, parameters }) => ({ statement: prepared(sql), parameters }))
    const ask = (): number => {
      const start = performance.now()
      for (const { statement, parameters } of statements) statement.all(...parameters)
      return performance.now() - start
    }
    if (statements.length === 0) return Number.NaN
    const times: number[] = []
    const start = performance.now()
    while (times.length < rounds.least || (times.length < rounds.most && performance.now() - start < rounds.milliseconds)) times.push(ask())
    return median(times)
  }
  const close = async (): Promise<void> => {
    await api.close()
    await opened.close()
  }
  return { time, file, close }
}
