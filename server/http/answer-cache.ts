import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Request, RequestHandler } from 'express'
import { LRUCache } from 'lru-cache'

const compress = promisify(gzip)

/** The path of the route that answers, with the names of its parameters: `/api/editions/3/detainees/:id`. */
const routeOf = ({ baseUrl, route }: Request): string => baseUrl + String((route as { readonly path?: unknown } | undefined)?.path)

/** Below this many bytes an answer is one packet, compressed or not. */
const worthCompressing = 1400

/** What an answer rests on: an edition and revision, and the version of this program. */
export type Basis = { readonly label: string; readonly etag: string }

/** What is answered, and under which head. */
export type Worked = {
  readonly basisNow: () => Basis | null
  readonly basis: Basis
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
}

type Answer = Worked & { readonly gzipped: Buffer | null }

/** Heads that are remembered, of the routes that were asked last, about a kilobyte each. */
const mostHeads = 200

/** A file may name the host it was asked of, where no public address is set. */
const keyOf = (host: string | undefined, url: string): string => `${host ?? ''} ${url}`

export const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD'

const takesGzip = ({ headers }: IncomingMessage): boolean => /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(headers['accept-encoding'] ?? ''))

const isWorthPacking = (request: IncomingMessage, body: Buffer): boolean => body.length >= worthCompressing && takesGzip(request)

/** RFC 9110, 13.1.2: tags are compared weakly. */
const hasAlready = ({ headers }: IncomingMessage, etag: string): boolean => {
  const tags = headers['if-none-match']
  if (tags === undefined || /\bno-cache\b/.test(headers['cache-control'] ?? '')) return false
  return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
}

const sendKept = (request: IncomingMessage, response: ServerResponse, { headers, basis, body, gzipped }: Answer): void => {
  if (hasAlready(request, basis.etag)) {
    const { 'content-type': _type, ...rest } = headers
    response.removeHeader('content-type')
    response.writeHead(304, rest).end()
    return
  }
  const packed = gzipped !== null && takesGzip(request) ? gzipped : null
  const sent = packed ?? body
  // The same tag for other bytes: it holds for what they say, not for how they are packed.
  const packing = packed === null ? {} : { 'content-encoding': 'gzip', etag: `W/${basis.etag}` }
  response.writeHead(200, { ...headers, ...packing, 'content-length': sent.length })
  response.end(request.method === 'HEAD' ? undefined : sent)
}

/**
 * Answers of editions, which depend only on (edition and revision, address): the first one is
 * kept, packed too, and sent again without any route being asked. An answer of an edition that has
 * been revised since is never sent.
 */
export class AnswerCache {
  readonly #kept: LRUCache<string, Answer> | null
  readonly #heads = new LRUCache<string, Pick<Answer, 'basis' | 'headers'>>({ max: mostHeads })
  #labels = ''

  /** `bytes` to keep; an answer larger than a tenth of them is not kept. With 0, none is. */
  constructor(bytes: number) {
    const sizeCalculation = ({ body, gzipped }: Answer): number => body.length + (gzipped?.length ?? 0) + 1000
    this.#kept = bytes === 0 ? null : new LRUCache({ maxSize: bytes, maxEntrySize: Math.ceil(bytes / 10), sizeCalculation })
  }

  /** False where answers are worked out anew each time. */
  get keeps(): boolean {
    return this.#kept !== null
  }

  /** A revision takes someone out of an edition: what was answered before is not kept in memory either. */
  keepOnly(labels: readonly string[]): void {
    const now = labels.join()
    if (now !== this.#labels) {
      this.#kept?.clear()
      this.#heads.clear()
    }
    this.#labels = now
  }

  /** Sends the answer to this request where it is kept. False: ask the routes. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const key = keyOf(request.headers.host, request.url ?? '')
    const answer = isRead(request) ? this.#kept?.get(key) : undefined
    if (answer === undefined || answer.basisNow()?.label !== answer.basis.label) return false
    // Kept plain for someone who takes no gzip: the routes are asked once more, and it is kept packed.
    if (answer.gzipped === null && isWorthPacking(request, answer.body)) return false
    sendKept(request, response, answer)
    return true
  }

  /** The head of what a route last answered, asked under this host, where it rests on the same. `route` is its path, with the names of its parameters. */
  headOf({ headers: { host } }: IncomingMessage, route: string, { label }: Basis): OutgoingHttpHeaders | null {
    const head = this.#heads.get(keyOf(host, route))
    return head?.basis.label === label ? head.headers : null
  }

  /** Sends an answer, packed where that is worth it, and keeps it. */
  async send(request: IncomingMessage, response: ServerResponse, url: string, worked: Worked): Promise<void> {
    const gzipped = isWorthPacking(request, worked.body) ? await compress(worked.body) : null
    const answer = { ...worked, gzipped }
    if (answer.basisNow()?.label === answer.basis.label) this.#kept?.set(keyOf(request.headers.host, url), answer)
    sendKept(request, response, answer)
  }

  /** Tags what the routes of an edition answer and keeps it. `basisNow` is null where the edition is gone. */
  keeping(basisNow: () => Basis | null): RequestHandler {
    return (request, response, next) => {
      const basis = basisNow()
      if (!isRead(request) || basis === null) {
        next()
        return
      }
      response.setHeader('ETag', basis.etag)
      response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate')
      response.setHeader('Vary', 'Accept-Encoding')
      const sendAnew = response.send.bind(response)
      response.send = (body: unknown) => {
        if (response.statusCode !== 200 || !Buffer.isBuffer(body)) return sendAnew(body)
        const headers = { ...response.getHeaders() }
        this.#heads.set(keyOf(request.headers.host, routeOf(request)), { basis, headers })
        this.send(request, response, request.originalUrl, { basisNow, basis, headers, body }).catch(next)
        return response
      }
      next()
    }
  }
}
