import { LRUCache } from 'lru-cache'

type Failures = { count: number; until: number }

type Rule = {
  /** Failures that cost nothing: people mistype. */
  readonly free: number
  /** The longest wait, in milliseconds; there is no lock for good. */
  readonly longest: number
  /** Milliseconds in which failures are forgotten. */
  readonly forgotten: number
  readonly now?: () => number
}

const firstWait = 1000
const mostKeys = 20_000

/**
 * Makes each failure after the first few cost twice the wait of the one before: 1 s, 2 s, 4 s …
 * An attempt counts as failed from its beginning, so that many at once get no more tries than
 * one after the other. Kept in memory only.
 */
export const growingDelays = ({ free, longest, forgotten, now = Date.now }: Rule) => {
  const failures = new LRUCache<string, Failures>({ max: mostKeys, ttl: forgotten, perf: { now } })
  return {
    /** Milliseconds until this key may try again, 0 for now. */
    waitOf: (key: string): number => Math.max(0, (failures.get(key)?.until ?? 0) - now()),
    begin: (key: string): void => {
      const count = (failures.get(key)?.count ?? 0) + 1
      const wait = count < free ? 0 : Math.min(longest, firstWait * 2 ** (count - free))
      failures.set(key, { count, until: now() + wait })
    },
    /** Takes back the last attempt: it did not fail. */
    forgive: (key: string): void => {
      const count = (failures.get(key)?.count ?? 0) - 1
      if (count > 0) failures.set(key, { count, until: 0 })
      else failures.delete(key)
    },
    forget: (key: string): void => {
      failures.delete(key)
    },
  }
}
