import express, { type RequestHandler } from 'express'
import { createCapture, largestCapture } from '#contract/captures.ts'

const ordinary = express.json({ limit: '1mb', inflate: false })
/** An original in base64 is a third larger than it is, and has a few fields beside it. */
const withOriginal = express.json({ limit: Math.ceil(largestCapture * 1.4), inflate: false })

/** Reads bodies as JSON: of a megabyte at most, but for a request that brings an original. */
export const jsonBody: RequestHandler = (request, response, next) => {
  const reads = request.method === 'POST' && request.path === createCapture.path ? withOriginal : ordinary
  reads(request, response, next)
}
