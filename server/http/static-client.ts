import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Router } from 'express'
import expressStaticGzip from 'express-static-gzip'

type Entry = 'public' | 'embed' | 'desk'

/** Words in an address that are never a page of the client. */
const notAPage = /^\/(?:api|assets)(?:\/|$)/

/**
 * Serves one entry of the built client: files whose names hold their hash for ever, packed where
 * the browser takes it, and the entry's page for every address that the client routes itself.
 */
export const staticClient = async (clientDir: string, entry: Exclude<Entry, 'embed'>): Promise<Router> => {
  const router = Router()
  router.use(
    '/assets',
    expressStaticGzip(join(clientDir, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br', 'gzip'],
      index: false,
      serveStatic: { immutable: true, maxAge: '1y', index: false, fallthrough: false, etag: false },
    }),
  )
  router.use(await pageFor(clientDir, entry))
  return router
}

/** The one page of an entry, for every address the client routes itself. */
export const pageFor = async (clientDir: string, entry: Entry): Promise<Router> => {
  const router = Router()
  const page = await readFile(join(clientDir, entry, 'index.html'))
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
