import { setTimeout } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import type { Register } from '../../db/register.ts'
import { writeTransaction } from '../write-transaction.ts'
import { type AccountEvent, keepEvent } from './account-events.ts'

/** One who leafs through a record reads it once: another line after so long, in milliseconds. */
const oneReading = 10 * 60 * 1000

/** Between tries while something else holds the register, in milliseconds. */
const pause = 1000

/**
 * Lines of the access log about reading: they are written as soon as the register can be written,
 * and nobody who reads waits for that. What waits is lost when the process is killed.
 */
export const queuedEvents = (register: Kysely<Register>, log: Logger) => {
  const lately = new LRUCache<string, true>({ max: 20_000, ttl: oneReading })
  let waiting: (AccountEvent & { readonly at: string })[] = []
  let writing = false

  const write = async (): Promise<void> => {
    writing = true
    while (waiting.length > 0) {
      const lines = waiting
      waiting = []
      try {
        await writeTransaction(register, async (db) => {
          for (const line of lines) await keepEvent(db, line)
        })
      } catch (error) {
        waiting = [...lines, ...waiting]
        log.warn({ err: error, lines: waiting.length }, 'the access log waits')
        await setTimeout(pause, undefined, { ref: false })
      }
    }
    writing = false
  }

  return (event: AccountEvent): void => {
    if (event.act === 'read') {
      const what = JSON.stringify([event.by, event.record, event.detail])
      if (lately.has(what)) return
      lately.set(what, true)
    }
    waiting.push({ ...event, at: new Date().toISOString() })
    if (!writing) void write()
  }
}
