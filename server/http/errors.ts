import type { ErrorBody } from '#contract/common.ts'

export type ErrorCode =
  | 'bad_request'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'fresh_sign_in_required'
  | 'second_factor_required'
  | 'wrong_code'
  | 'wrong_host'
  | 'not_found'
  | 'conflict'
  | 'stale'
  | 'words_left'
  | 'precondition_required'
  | 'too_large'
  | 'too_many_requests'
  | 'unavailable'
  | 'out_of_space'
  | 'internal'

/** An answer other than success, thrown anywhere and said in the one error shape. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: number
  readonly code: ErrorCode
  readonly fields: Readonly<Record<string, string>> | undefined
  /** More for the caller to act on, beside `error`: the present state of a record, say. */
  readonly extra: Readonly<Record<string, unknown>> | undefined
  /** Seconds after which asking again has a chance. */
  readonly retryAfter: number | undefined

  constructor(
    status: number,
    code: ErrorCode,
    message: string,
    more: { fields?: Readonly<Record<string, string>>; extra?: Readonly<Record<string, unknown>>; retryAfter?: number } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.fields = more.fields
    this.extra = more.extra
    this.retryAfter = more.retryAfter
  }

  get body(): ErrorBody & Record<string, unknown> {
    return {
      error: { code: this.code, message: this.message, ...(this.fields ? { fields: { ...this.fields } } : {}) },
      ...this.extra,
    }
  }
}

export const notFound = (what: string): HttpError =>
  new HttpError(404, 'not_found', `There is no such ${what} here. Check the address, or look for it in the list.`)

export const invalid = (fields: Readonly<Record<string, string>>): HttpError => {
  const names = Object.keys(fields)
  return new HttpError(400, 'invalid', `Please correct: ${names.join(', ')}.`, { fields })
}

export const badRequest = (message: string): HttpError => new HttpError(400, 'bad_request', message)
export const unauthenticated = (): HttpError => new HttpError(401, 'unauthenticated', 'Sign in first.')
export const forbidden = (message = 'Your roles do not allow this. Ask an administrator.'): HttpError =>
  new HttpError(403, 'forbidden', message)
export const conflict = (message: string, extra?: Readonly<Record<string, unknown>>): HttpError =>
  new HttpError(409, 'conflict', message, extra ? { extra } : {})
export const changedMeanwhile = 'This was changed by someone else meanwhile. Open it again to see the change, then repeat yours.'
export const stale = (message: string, extra?: Readonly<Record<string, unknown>>): HttpError =>
  new HttpError(412, 'stale', message, extra ? { extra } : {})

export const unavailable = (message: string, retryAfter: number): HttpError => new HttpError(503, 'unavailable', message, { retryAfter })
export const tooBusy = (): HttpError => unavailable('More is asked at the moment than can be answered. Try again in a few seconds.', 5)

/** A question that was stopped. */
export class TookTooLong extends HttpError {
  constructor() {
    super(503, 'unavailable', 'This took too long and was stopped. Ask for less, or try again later.', { retryAfter: 60 })
  }
}

/** The value, or a 404 that names what was asked for. */
export const found = <Value>(value: Value | null | undefined, what: string): Value => {
  if (value === null || value === undefined) throw notFound(what)
  return value
}
