import { readFileSync } from 'node:fs'
import type { Router } from 'express'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { docsPage } from '../../http/openapi-page.ts'
import { openApiDocument } from '../../http/openapi.ts'
import { madeOnce } from '../../made-once.ts'

/** The OpenAPI document of a door, and the same as a page that needs no script and no network. */
export const mountDocs = (router: Router, door: 'public' | 'desk', endpoints: readonly AnyEndpoint[]): void => {
  const document = madeOnce(() => openApiDocument(door, endpoints))
  const json = madeOnce(() => Buffer.from(JSON.stringify(document(), null, 1)))
  const styles = madeOnce(() => readFileSync(new URL('docs.css', import.meta.url)))
  const page = madeOnce(() => Buffer.from(docsPage(document())))
  router.get('/openapi.json', (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache')
    response.type('application/json; charset=utf-8').send(json())
  })
  router.get('/docs.css', (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache')
    response.type('css').send(styles())
  })
  router.get('/docs', (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache')
    response.type('html').send(page())
  })
}
