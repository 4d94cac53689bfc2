import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { HttpError, notFound } from './errors.ts'

/** How a disk without room says so, to SQLite and to us: a quota or a limit on a file's size fails in the middle of a write. */
const outOfSpace: ReadonlySet<string> = new Set([
  'SQLITE_FULL',
  'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_FSYNC',
  'SQLITE_IOERR_SHMSIZE',
  'SQLITE_IOERR_SHMMAP',
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
])

/** How soon whoever was told 503 may ask again, in seconds. */
const askAgainSeconds = 2

/** What body-parser and Express throw themselves, in our words. */
const translate = (error: unknown): HttpError | null => {
  if (error instanceof HttpError) return error
  if (typeof error !== 'object' || error === null) return null
  const type = 'type' in error ? error.type : undefined
  const code = 'code' in error ? error.code : undefined
  if (type === 'entity.too.large') {
    return new HttpError(413, 'too_large', 'This is larger than the server accepts. Send less at a time.')
  }
  if (type === 'entity.parse.failed') {
    return new HttpError(400, 'bad_request', 'The body is not valid JSON. Check its quotes, commas and brackets.')
  }
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') {
    return new HttpError(415, 'bad_request', 'Send the body as UTF-8 JSON without another encoding.')
  }
  if (type === 'request.aborted' || type === 'request.size.invalid') {
    return new HttpError(400, 'bad_request', 'The request ended before all of it had arrived. Send it again.')
  }
  if (error instanceof URIError) {
    return new HttpError(400, 'bad_request', 'The address has a part that cannot be read. Check its % signs.')
  }
  if ('status' in error && error.status === 404) return notFound('file')
  if (typeof code === 'string' && outOfSpace.has(code)) {
    return new HttpError(507, 'out_of_space', 'The disk is full; nothing was saved. Free some space and try again.')
  }
  if (typeof code === 'string' && code.startsWith('SQLITE_BUSY')) {
    return new HttpError(503, 'unavailable', 'The register is busy. Try again in a moment.')
  }
  return null
}

/** Whether the reader went away before the answer was whole. */
const isAbandoned = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ECONNRESET')

export const answerNotFound: RequestHandler = (_request, _response, next) => {
  next(notFound('address'))
}

/** The one place where an error becomes an answer. Unknown ones are logged and answered without detail. */
export const answerError =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, _request, response, _next) => {
    const known = translate(error)
    if (response.headersSent) {
      // What has begun cannot become another answer: it breaks off. Express would write the error out whole.
      if (!known && !isAbandoned(error)) log.error({ err: error }, 'an answer broke off')
      response.destroy()
      return
    }
    if (!known) log.error({ err: error }, 'request failed')
    const answer =
      known ?? new HttpError(500, 'internal', 'Something went wrong here. Nothing was saved. Try again in a moment.')
    response.removeHeader('ETag')
    response.setHeader('Cache-Control', 'no-store')
    const retryAfter = answer.retryAfter ?? (answer.status === 503 ? askAgainSeconds : undefined)
    if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter)
    response.status(answer.status).json(answer.body)
  }
