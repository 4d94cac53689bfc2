import express, { type RequestHandler } from 'express'
import { createCapture, largestCapture } from '#contract/captures.ts'
import { badRequest } from '../../http/errors.ts'

const ordinary = express.json({ limit: '1mb', inflate: false })
/** An original in base64 is a third larger than it is, and has a few fields beside it. */
const withOriginal = express.json({ limit: Math.ceil(largestCapture * 1.4), inflate: false })

/** Lists and objects inside each other; the deepest form has fewer than ten. */
const deepest = 32

/** Walks without recursion, which a deep body could exhaust. */
const isTooDeep = (body: unknown): boolean => {
  let level: unknown[] = [body]
  for (let depth = 0; level.length > 0; depth += 1) {
    level = level.filter((value) => typeof value === 'object' && value !== null)
    if (level.length > 0 && depth >= deepest) return true
    level = level.flatMap((value) => Object.values(value as object))
  }
  return false
}

/** Reads bodies as JSON: 32 levels deep and of a megabyte at most, but for a request that brings an original. */
export const jsonBody: RequestHandler = (request, response, next) => {
  const reads = request.method === 'POST' && request.path === createCapture.path ? withOriginal : ordinary
  reads(request, response, (error?: unknown) => {
    if (error === undefined && isTooDeep(request.body)) next(badRequest('The body has lists or objects more than 32 deep. Send it flatter.'))
    else next(error)
  })
}
