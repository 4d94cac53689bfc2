import type { Request, RequestHandler } from 'express'
import { forbidden } from '../../http/errors.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The origins a browser can have this page from: the host it asked, with or without TLS in front of us. */
const ownOrigins = ({ headers: { host } }: Request): readonly string[] =>
  host === undefined ? [] : [`http://${host}`, `https://${host}`]

/**
 * Lets a change in only from the desk's own pages. A browser always says where a change
 * comes from; whoever leaves it out is no page of ours. Reads carry no such header, and
 * are refused when the browser says another site asks.
 */
export const sameOriginOnly: RequestHandler = (request, _response, next) => {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && !ownOrigins(request).includes(origin)) ||
    (origin === undefined && !safeMethods.has(request.method))
  if (foreign) throw forbidden('The desk answers its own pages only. Open the desk and do it there.')
  next()
}
