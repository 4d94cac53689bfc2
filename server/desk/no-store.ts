import type { RequestHandler } from 'express'

/** Nothing of the desk stays in a cache, the browser's own included. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store')
  next()
}
