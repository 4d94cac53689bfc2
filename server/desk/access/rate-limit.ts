import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { HttpError } from '../../http/errors.ts'

const windowMinutes = 5

/** Ten failures in five minutes from one address; what succeeds is not counted. Kept in memory only. */
export const limitFailures = (): RequestHandler =>
  rateLimit({
    windowMs: windowMinutes * 60 * 1000,
    limit: 10,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => {
      next(new HttpError(429, 'too_many_requests', `Too many attempts failed. Wait ${windowMinutes} minutes, then try again.`))
    },
  })
