import type { RequestHandler, Response } from 'express'
import { LRUCache } from 'lru-cache'

type Answer = { readonly status: number; readonly type: string; readonly body: Buffer }

/** Bytes of answers kept; one larger than a tenth of it is not kept. */
const keptBytes = 64 * 1024 * 1024

/** What an answer rests on: an edition and revision, and the version of this program. */
export type Basis = { readonly label: string; readonly etag: string }

const isKept = (response: Response, body: unknown): body is Buffer =>
  response.statusCode === 200 && Buffer.isBuffer(body) && body.length < keptBytes / 10

/**
 * Answers of an edition depend only on (edition and revision, address): they are kept under
 * that key, and a reader who has one is told so with 304.
 */
export const answerCache = (basisOf: (response: Response) => Basis): RequestHandler => {
  const kept = new LRUCache<string, Answer>({ maxSize: keptBytes, sizeCalculation: (answer) => answer.body.length + 500 })
  let lastLabel = ''
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next()
      return
    }
    const { label, etag } = basisOf(response)
    if (label !== lastLabel) {
      // A revision takes someone out of an edition: what was answered before is not kept either.
      kept.clear()
      lastLabel = label
    }
    const key = `${label} ${request.url}`
    response.setHeader('ETag', etag)
    response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate')
    const answer = kept.get(key)
    if (answer && request.fresh) {
      response.status(304).end()
      return
    }
    if (answer) {
      response.status(answer.status).setHeader('Content-Type', answer.type)
      response.end(request.method === 'HEAD' ? undefined : answer.body)
      return
    }
    const send = response.send.bind(response)
    response.send = (body: unknown) => {
      if (isKept(response, body)) {
        kept.set(key, { status: 200, type: String(response.getHeader('Content-Type')), body })
      }
      return send(body)
    }
    next()
  }
}
