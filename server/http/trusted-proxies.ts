import type { Express } from 'express'

/**
 * Takes the address of a client from `X-Forwarded-For` where one of these proxies sends it, and
 * from the connection otherwise: a client could write any address there. With none, nobody is believed.
 */
export const trustProxies = (app: Express, proxies: readonly string[]): void => {
  app.set('trust proxy', proxies.length > 0 ? [...proxies] : false)
}
