import type { Request } from 'express'
import { badRequest } from '../../http/errors.ts'

/** The key of a create, or undefined where it is missing or unusable: 8 to 200 visible ASCII characters. */
const keyOf = (request: Request): string | undefined => {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && /^[!-~]{8,200}$/.test(key) ? key : undefined
}

/** Throws 400 when a create has no key: without one, a repeated click would make it twice. */
export const requireIdempotencyKey = (request: Request): string => {
  const key = keyOf(request)
  if (key === undefined) {
    throw badRequest('Send an Idempotency-Key of 8 to 200 visible characters, new for each thing you create.')
  }
  return key
}
