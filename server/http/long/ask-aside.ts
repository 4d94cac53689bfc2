import type { IncomingHttpHeaders } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { LRUCache } from 'lru-cache'
import { TookTooLong } from '../errors.ts'
import { isClosedByReader, letGoWhenIdle } from '../export/send.ts'
import type { Lane } from './lane.ts'

/** Of a request, what an answer depends on: no cookie, no address, nothing of who asks. */
const passedOn = ['if-none-match', 'if-modified-since', 'cache-control'] as const

const perConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date'])

/** How the address was written that was asked: it may stand in the answer. */
const placeOf = ({ headers, protocol }: Request) => ({ host: headers.host ?? '', 'x-forwarded-proto': protocol })

const headersOf = (request: Request): Record<string, string> => {
  const headers: Record<string, string> = placeOf(request)
  for (const name of passedOn) if (request.headers[name] !== undefined) headers[name] = String(request.headers[name])
  return headers
}

/** What the door has set for an answer of its own gives way to the head of this one. */
const setHead = (response: Response, status: number, headers: IncomingHttpHeaders): void => {
  response.status(status)
  for (const name of ['etag', 'cache-control', 'vary']) if (headers[name] === undefined) response.removeHeader(name)
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !perConnection.has(name)) response.setHeader(name, value)
  }
}

/** Aborts when whoever asked has gone. */
const untilGone = (response: Response): AbortSignal => {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  return gone.signal
}

type Whole = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }
type Flight = { readonly answer: Promise<Whole>; readonly leave: AbortController; asking: number }

/** How long a question that was stopped is refused without being asked again, in milliseconds, and how many such. */
const refusedMs = 60_000
const mostRefused = 1000

/** Asks a reader for whole answers. Questions that are the same are asked once while they are under way. */
export const askForAnswers = (lane: Lane) => {
  const flights = new Map<string, Flight>()
  const stopped = new LRUCache<string, true>({ max: mostRefused, ttl: refusedMs })

  const whole = async (request: Request, signal: AbortSignal): Promise<Whole> => {
    const answer = await lane.ask({ method: 'GET', url: request.originalUrl, headers: placeOf(request) }, signal)
    const chunks: Buffer[] = []
    for await (const chunk of answer) chunks.push(chunk as Buffer)
    return { status: answer.statusCode ?? 500, headers: answer.headers, body: Buffer.concat(chunks) }
  }

  const fly = (key: string, request: Request): Flight => {
    const leave = new AbortController()
    const flight = { answer: whole(request, leave.signal), leave, asking: 0 }
    flights.set(key, flight)
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key)
    }
    flight.answer.then(land, (error: unknown) => {
      land()
      if (error instanceof TookTooLong) stopped.set(key, true)
    })
    return flight
  }

  /** Null where whoever asked has gone. */
  const wait = async (key: string, request: Request, response: Response): Promise<Whole | null> => {
    if (stopped.has(key)) throw new TookTooLong()
    const flight = flights.get(key) ?? fly(key, request)
    flight.asking += 1
    const gone = new Promise<null>((resolve) => response.once('close', () => resolve(null)))
    const answer = await Promise.race([flight.answer, gone])
    flight.asking -= 1
    if (answer === null && flight.asking === 0) flight.leave.abort()
    return answer
  }

  return async (request: Request, response: Response): Promise<void> => {
    const { host, 'x-forwarded-proto': scheme } = placeOf(request)
    const answer = await wait(`${scheme} ${host} ${request.originalUrl}`, request, response)
    if (answer === null) return
    const basis = response.getHeader('etag')
    setHead(response, answer.status, answer.headers)
    // Where another edition came in between, the answer is of that one: it is sent and not kept.
    const isOfBasis = basis === undefined || basis === answer.headers.etag
    if (answer.status === 200 && isOfBasis) response.send(answer.body)
    else response.end(request.method === 'HEAD' ? undefined : answer.body)
  }
}

/** Asks a reader for a file, and passes it on no faster than it is taken. */
export const askForFiles =
  (lane: Lane) =>
  async (request: Request, response: Response): Promise<void> => {
    const question = { method: request.method, url: request.originalUrl, headers: headersOf(request) }
    const gone = untilGone(response)
    const answer = await lane.ask(question, gone)
    if (gone.aborted) {
      answer.destroy()
      return
    }
    setHead(response, answer.statusCode ?? 500, answer.headers)
    letGoWhenIdle(response)
    try {
      await pipeline(answer, response)
    } catch (error) {
      if (!isClosedByReader(error)) throw error
    }
  }
