import type { Express, Request, RequestHandler } from 'express'
import { badRequest } from './errors.ts'

/*
 * The address of this site as it stands in citations and files: the one that was set, else the
 * one the visitor asked under. What a visitor writes there goes into texts others read, so a host
 * that is more than a host is refused.
 */

const setting = 'public address'

const plainHost = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i

/** Keeps the address with the app, and refuses requests that would have to be answered with a made-up one. */
export const usePublicAddress = (app: Express, address: string | null): void => {
  app.set(setting, address)
  const check: RequestHandler = (request, _response, next) => {
    next(plainHost.test(request.headers.host ?? '') ? undefined : badRequest('This request does not say which host it asks. Open the page by its address.'))
  }
  if (address === null) app.use(check)
}

/** `https://example.org`, without a slash at its end. The host is the one that was checked: a proxy's word on it is not taken. */
export const originOf = (request: Request): string => {
  const address: unknown = request.app.get(setting)
  return typeof address === 'string' ? address : `${request.protocol === 'https' ? 'https' : 'http'}://${request.headers.host ?? ''}`
}
