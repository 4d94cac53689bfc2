import type { ErrorBody } from '#contract/common.ts'

/**
 * What the server said went wrong; `unreachable` (status 0) when no answer came. Where fields are
 * named, the message is what is wrong with each: a form that has no such field still says it.
 */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  /** Messages by field, as the server names them. */
  readonly fields: Readonly<Record<string, string>>

  constructor(status: number, body: ErrorBody['error']) {
    super(Object.values(body.fields ?? {}).join(' ') || body.message)
    this.name = 'ApiError'
    this.status = status
    this.code = body.code
    this.fields = body.fields ?? {}
  }
}

export const unreachable = (): ApiError =>
  new ApiError(0, { code: 'unreachable', message: 'The server did not answer. Check the connection and try again.' })

/** Reads the one error shape; anything else, such as a proxy's page, becomes a plain sentence. */
export const errorOf = (status: number, body: unknown): ApiError =>
  isErrorBody(body)
    ? new ApiError(status, body.error)
    : new ApiError(status, { code: 'unreadable', message: `The server answered with status ${status} and no explanation.` })

const isErrorBody = (body: unknown): body is ErrorBody => {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false
  const { error } = body
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error
}
