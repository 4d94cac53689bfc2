import type { Request, Response, Router } from 'express'
import type { AnyEndpoint, ParamsOf, QueryOf } from '#contract/endpoint.ts'
import { parseWith } from './parse.ts'
import type { Guard } from './serve.ts'

/**
 * Mounts one endpoint whose answer SQLite writes (server/features/common/json-sql.ts), or that is long and
 * put together here: its bytes are sent as they are. They name the fields of the contract one by one, so that
 * there is nothing to strip; tests/server/features/built-answers.test.ts holds them to it.
 */
export const serveBuilt = <E extends AnyEndpoint>(
  router: Router,
  endpoint: E,
  build: (params: ParamsOf<E>, query: QueryOf<E>) => Promise<Buffer>,
  guard?: Guard,
): void => {
  router[endpoint.method](endpoint.path, async (request: Request, response: Response) => {
    await guard?.(endpoint, request, response)
    const params = (endpoint.params ? parseWith(endpoint.params, request.params, 'path') : undefined) as ParamsOf<E>
    const query = (endpoint.query ? parseWith(endpoint.query, request.query, 'query') : undefined) as QueryOf<E>
    const body = await build(params, query)
    response.status(200).type('application/json; charset=utf-8')
    response.send(body)
  })
}
