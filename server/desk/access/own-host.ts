import { isIP } from 'node:net'
import type { RequestHandler } from 'express'
import { HttpError } from '../../http/errors.ts'

/** The host of a `Host` header, without its port and brackets. */
const nameOf = (host: string): string => host.toLowerCase().replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1')

/**
 * Answers under names of our own only. A page elsewhere can have its own name lead to this
 * machine (DNS rebinding) and would then be of our origin; it cannot have an address do so, so
 * bare addresses and `localhost` are ours always.
 */
export const ownHostOnly = (names: readonly string[]): RequestHandler => {
  const own = new Set(['localhost', ...names.map((name) => name.toLowerCase())])
  return ({ headers: { host } }, _response, next) => {
    const name = nameOf(host ?? '')
    const isOurs = own.has(name) || isIP(name) !== 0
    next(isOurs ? undefined : new HttpError(421, 'wrong_host', 'The desk does not answer under this name. Open it by its own, or add the name to HABEAS_DESK_URL.'))
  }
}
