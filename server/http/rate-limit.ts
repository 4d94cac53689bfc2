import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { LRUCache } from 'lru-cache'
import { HttpError } from './errors.ts'

const minute = 60_000

/** Clients that are remembered; one costs about 200 bytes. The one that asked longest ago is forgotten first. */
const mostClients = 20_000

/**
 * How much each client may ask: as much as a minute allows at once, and then as it comes back, evenly.
 * One number is kept for each: when all that was asked would be paid for.
 */
export const rateLimit = ({ perMinute, now = Date.now }: { readonly perMinute: number; readonly now?: () => number }) => {
  const paidAt = new LRUCache<string, number>({ max: mostClients })
  const each = minute / perMinute
  return {
    /** Takes `cost` from what this client may ask. Milliseconds until there is as much again, 0 where there was. With a limit of 0 there is none. */
    take: (client: string, cost: number): number => {
      if (perMinute === 0) return 0
      const at = now()
      const until = Math.max(at, paidAt.get(client) ?? 0) + cost * each
      const wait = until - at - minute
      if (wait > 0) return wait
      paidAt.set(client, until)
      return 0
    },
  }
}

export type RateLimit = ReturnType<typeof rateLimit>

export const tooMany = (waitMs: number): HttpError => {
  const seconds = Math.ceil(waitMs / 1000)
  const wait = seconds === 1 ? 'a second' : `${seconds} seconds`
  return new HttpError(429, 'too_many_requests', `Too much was asked in a short time. Wait ${wait}, then go on more slowly.`, { retryAfter: seconds })
}

const refused = new WeakMap<IncomingMessage, number>()

/** Marks a request before any route is asked: `refuseMarked` answers it as the door answers everything. */
export const refuseLater = (request: IncomingMessage, waitMs: number): void => {
  refused.set(request, waitMs)
}

/** Answers 429 with `Retry-After` to what was marked. */
export const refuseMarked: RequestHandler = (request, _response, next) => {
  const wait = refused.get(request)
  next(wait === undefined ? undefined : tooMany(wait))
}

/** What takes longer to answer costs more: a file of many records as much as twenty small questions. */
const costs: readonly (readonly [RegExp, number])[] = [
  [/^\/api\/[^?]*\.(?:csv|json|xlsx|zip|sqlite)(?:\?|$)/, 20],
  [/^\/api\/(?:editions\/\d+\/)?(?:cite|compare|exports|stats)\b/, 5],
  [/^\/api\/(?:editions\/\d+\/)?search\b|^\/api\/.*[?&]q=/, 2],
]

export const costOf = (url: string): number => costs.find(([which]) => which.test(url))?.[1] ?? 1
