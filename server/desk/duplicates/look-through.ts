import { type ChildProcess, fork } from 'node:child_process'
import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import { writeTransaction } from '../write-transaction.ts'
import type { PairMessage } from './find-pairs-process.ts'
import type { FoundPair } from './find-pairs.ts'

const findInChild = (file: string, started: (child: ChildProcess) => void): Promise<Extract<PairMessage, { kind: 'found' }>> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('./find-pairs-process.ts', import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    started(child)
    child.on('message', (message: PairMessage) => {
      if (message.kind === 'found') resolve(message)
      else if (message.kind === 'failed') reject(new Error(`Looking for duplicates failed: ${message.message}`))
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Looking for duplicates ended early (exit ${String(code)})`)))
    child.send({ file })
  })

/** Between two searches, so that a busy day does not keep one processor at it. */
const pauseMs = 10_000

/** Rows of one insert: SQLite takes 32,766 values at most. */
const atOnce = 5000

const keepPairs = async (register: Kysely<Register>, { changeset, search }: Extract<PairMessage, { kind: 'found' }>): Promise<void> =>
  writeTransaction(register, async (db) => {
    const there = new Set((await db.selectFrom('detainee').select('id').execute()).map(({ id }) => id))
    await db.deleteFrom('duplicate_pair').execute()
    const rows = search.pairs.filter(({ a, b }: FoundPair) => there.has(a) && there.has(b))
    for (let start = 0; start < rows.length; start += atOnce) {
      const some = rows.slice(start, start + atOnce).map(({ a, b, score }) => ({ a_id: a, b_id: b, score }))
      await db.insertInto('duplicate_pair').values(some).execute()
    }
    const found = { changeset_id: changeset, finished_at: new Date().toISOString(), people: search.people, found: search.found, kept: rows.length }
    await db
      .insertInto('duplicate_search')
      .values({ id: 1, ...found })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(found))
      .execute()
  })

export type LookThrough = {
  /** True while the register is being looked through, which this begins where it has changed since the last time. */
  readonly isLooking: () => Promise<boolean>
  /** Ends a search that is under way. */
  readonly stop: () => void
}

/** Looks the register through for people entered twice, one search at a time. */
export const lookThrough = (register: Kysely<Register>, file: string, failed: (error: unknown) => void): LookThrough => {
  let child: ChildProcess | null = null
  let isRunning = false
  const begin = (): void => {
    isRunning = true
    findInChild(file, (started) => {
      child = started
    })
      .then((found) => keepPairs(register, found))
      .catch(failed)
      .finally(() => {
        isRunning = false
        child = null
      })
  }
  return {
    isLooking: async () => {
      if (isRunning) return true
      const last = await register.selectFrom('changeset').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
      const search = await register.selectFrom('duplicate_search').select(['changeset_id', 'finished_at']).executeTakeFirst()
      const isRested = search === undefined || Date.now() - Date.parse(search.finished_at) > pauseMs
      if (last !== undefined && last.id > (search?.changeset_id ?? 0) && isRested) begin()
      return isRunning
    },
    stop: () => child?.kill(),
  }
}
