import type { NextFunction, Request, Response, Router } from 'express'
import type { AnyEndpoint, BodyOf, ParamsOf, QueryOf, ResponseOf } from '#contract/endpoint.ts'
import { parseWith } from './parse.ts'

/** What a handler gets: the three parts of the request, parsed, and the exchange itself. */
export type Asked<E extends AnyEndpoint> = {
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  readonly request: Request
  readonly response: Response
}

export type Handler<E extends AnyEndpoint> = (asked: Asked<E>) => Promise<ResponseOf<E>> | ResponseOf<E>

/** Runs before the request is parsed: access, preconditions. Throws to refuse. */
export type Guard = (endpoint: AnyEndpoint, request: Request, response: Response) => Promise<void> | void

const send = (response: Response, status: number, answer: unknown): void => {
  response.status(status).type('application/json; charset=utf-8')
  response.send(Buffer.from(JSON.stringify(answer)))
}

/**
 * Mounts one endpoint of the contract. The request is parsed by its schemas before the
 * handler sees it, and the answer by its response schema before it leaves: what the schema
 * does not list is not sent.
 */
export const serve = <E extends AnyEndpoint>(
  router: Router,
  endpoint: E,
  handler: Handler<E>,
  guard?: Guard,
): void => {
  router[endpoint.method](endpoint.path, async (request: Request, response: Response, _next: NextFunction) => {
    await guard?.(endpoint, request, response)
    const asked = {
      params: endpoint.params ? parseWith(endpoint.params, request.params, 'path') : undefined,
      query: endpoint.query ? parseWith(endpoint.query, request.query, 'query') : undefined,
      body: endpoint.body ? parseWith(endpoint.body, request.body, 'body') : undefined,
      request,
      response,
    } as Asked<E>
    const answer = await handler(asked)
    if (!response.headersSent) send(response, endpoint.status ?? 200, endpoint.response.parse(answer))
  })
}
