import type { Request, Response } from 'express'
import { HttpError, badRequest, changedMeanwhile, stale } from '../../http/errors.ts'

/** A version as a header: `"7"`. */
const etagOf = (version: number): string => `"${version}"`

export const setVersion = (response: Response, version: number): void => {
  response.setHeader('ETag', etagOf(version))
}

/** Throws 428 when a change does not say which version it is based on. */
export const requireIfMatch = (request: Request): void => {
  if (request.headers['if-match'] === undefined) {
    throw new HttpError(
      428,
      'precondition_required',
      'Say which version you change: send the ETag you received as If-Match.',
    )
  }
}

/** Throws 412 unless the request is based on this version. A proxy that compresses marks the tag `W/`. */
export const checkIfMatch = (request: Request, version: number): void => {
  const asked = request.headers['if-match'] ?? ''
  const tag = /^(?:W\/)?"(\d{1,15})"$/.exec(asked.trim())
  if (!tag) throw badRequest('If-Match is not a version of ours. Send the ETag as you received it.')
  if (Number(tag[1]) !== version) {
    throw stale(changedMeanwhile, { version })
  }
}
