import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import express, { Router } from 'express'

/** Words in an address that are never a page of the client. */
const notAPage = /^\/(?:api|assets)(?:\/|$)/

/**
 * Serves one entry of the built client: files whose names hold their hash for ever, and the
 * entry's page for every address that the client routes itself.
 */
export const staticClient = async (clientDir: string, entry: 'public' | 'desk'): Promise<Router> => {
  const router = Router()
  const page = await readFile(join(clientDir, entry, 'index.html'))
  router.use(
    '/assets',
    express.static(join(clientDir, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false, etag: false }),
  )
  router.get(/.*/, (request, response, next) => {
    if (notAPage.test(request.path)) {
      next()
      return
    }
    response.type('html')
    response.setHeader('Cache-Control', entry === 'desk' ? 'no-store' : 'no-cache')
    response.send(page)
  })
  return router
}
