import type { Request, Response } from 'express'
import { networkOf } from '../../http/client-of.ts'
import { HttpError } from '../../http/errors.ts'
import { growingDelays } from './growing-delays.ts'

const minute = 60_000

/** Throws 429, and says when to try again. */
const refuse = (response: Response, wait: number): never => {
  const seconds = Math.ceil(wait / 1000)
  response.setHeader('Retry-After', String(seconds))
  throw new HttpError(
    429,
    'too_many_requests',
    `Too many attempts failed. Wait ${seconds === 1 ? 'a second' : `${seconds} seconds`}, then try again.`,
  )
}

/**
 * Attempts to get in. An account waits at most a minute, whoever tries, so that nobody can be kept
 * out of their own; a client waits up to a quarter of an hour, whatever it tries.
 */
export const slowDown = () => {
  const accounts = growingDelays({ free: 5, longest: minute, forgotten: 24 * 60 * minute })
  const clients = growingDelays({ free: 10, longest: 15 * minute, forgotten: 60 * minute })
  return async <Result>(
    { request, response, account }: { request: Request; response: Response; account: string },
    attempt: () => Promise<Result>,
  ): Promise<Result> => {
    const client = networkOf(request.ip ?? '')
    const wait = Math.max(accounts.waitOf(account), clients.waitOf(client))
    if (wait > 0) refuse(response, wait)
    accounts.begin(account)
    clients.begin(client)
    try {
      const result = await attempt()
      accounts.forget(account)
      clients.forgive(client)
      return result
    } catch (error) {
      // A register that is busy is not a wrong password.
      if (!(error instanceof HttpError) || error.status >= 500) {
        accounts.forgive(account)
        clients.forgive(client)
      }
      throw error
    }
  }
}

export type SlowDown = ReturnType<typeof slowDown>
