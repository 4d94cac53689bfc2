import { watch } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { pathToFileURL } from 'node:url'
import express, { type Express, type RequestHandler, Router } from 'express'
import type { Edition } from '#contract/editions.ts'
import { type Config, readConfig } from './config.ts'
import { EditionShelf, type OpenEdition } from './editions/edition-shelf.ts'
import { mountCitations } from './features/citations/citations.routes.ts'
import { mountDocs } from './features/docs/docs.routes.ts'
import { mountComparisons } from './features/editions/comparisons.routes.ts'
import { mountDownloads } from './features/downloads/downloads.routes.ts'
import { mountEditions } from './features/editions/editions.routes.ts'
import { mountHealth } from './features/health/health.routes.ts'
import { recordsRouter } from './features/records-router.ts'
import { AnswerCache, type Basis } from './http/answer-cache.ts'
import { answerError, answerNotFound } from './http/error-handler.ts'
import { HttpError, badRequest, found } from './http/errors.ts'
import { embeddable, securityHeaders } from './http/headers.ts'
import { addressOf, closeServer, listen } from './http/listen.ts'
import { makeLog } from './http/log.ts'
import { usePublicAddress } from './http/public-address.ts'
import { runDoor } from './http/run-door.ts'
import { pageFor, staticClient } from './http/static-client.ts'
import { version } from './version.ts'

/*
 * The public door: it opens editions and nothing else, and holds no key, session or account.
 */

/** How often the list of editions is looked at where the file system tells of no change. */
const lookAgainMs = 500
const longestAddress = 8000

type Behind = () => OpenEdition

const basisOf = (edition: Edition | undefined): Basis | null =>
  edition === undefined ? null : { label: edition.label, etag: `"${version}-${edition.label}"` }

/** The read routes and the files of one edition, with its answers kept. */
const editionRouter = (behind: Behind, keeping: RequestHandler): Router => {
  const router = Router()
  router.use(keeping)
  mountDownloads(router, behind)
  router.use(
    recordsRouter({
      file: () => behind().file,
      about: () => {
        const { edition } = behind()
        return { mount: 'edition', edition, fictional: edition.fictional }
      },
    }),
  )
  return router
}

const publicApi = (shelf: EditionShelf, cache: AnswerCache): Router => {
  const router = Router({ caseSensitive: true })
  mountHealth(router, () => shelf.latest() !== null)
  mountEditions(router, () => shelf.editions)
  mountComparisons(router, shelf)
  mountCitations(router, shelf)
  mountDocs(router, 'public')
  const pinned = new Map<number, Router>()
  router.use('/editions/:number', (request, response, next) => {
    const number = /^[1-9][0-9]{0,8}$/.test(request.params.number) ? Number(request.params.number) : 0
    const listed = () => shelf.editions.find((edition) => edition.number === number)
    found(listed(), 'edition')
    const known = pinned.get(number) ?? editionRouter(() => found(shelf.byNumber(number), 'edition'), cache.keeping(() => basisOf(listed())))
    pinned.set(number, known)
    known(request, response, next)
  })
  const latest: Behind = () => {
    const edition = shelf.latest()
    if (edition) return edition
    throw new HttpError(503, 'unavailable', 'No edition is published yet. Publish one at the desk, then look again.')
  }
  router.use(editionRouter(latest, cache.keeping(() => basisOf(shelf.editions[0]))))
  return router
}

const refuseLongAddress: RequestHandler = (request, _response, next) => {
  next(request.originalUrl.length > longestAddress ? badRequest('This address is too long. Ask with fewer values.') : undefined)
}

const publicApp = async ({ clientDir, publicUrl }: Pick<Config, 'clientDir' | 'publicUrl'>, shelf: EditionShelf, cache: AnswerCache): Promise<Express> => {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  app.use(securityHeaders())
  usePublicAddress(app, publicUrl)
  app.use((request, _response, next) => {
    // The public door has no sessions: a cookie of the desk on the same host is dropped unread.
    delete request.headers.cookie
    next()
  })
  // A page of any address opens and says itself what it left out of it.
  app.use('/api', refuseLongAddress, publicApi(shelf, cache), answerNotFound)
  app.use('/embed', embeddable(), await pageFor(clientDir, 'embed'))
  app.use(await staticClient(clientDir, 'public'))
  app.use(answerNotFound)
  app.use(answerError(makeLog('public')))
  return app
}

/** What was answered before is sent again without any route being asked. */
const inFrontOf =
  (app: Express, cache: AnswerCache): RequestListener =>
  (request, response) => {
    if (!cache.answer(request, response)) app(request, response)
  }

/** Looks at the list of editions again whenever it changes. Returns how to stop. */
const follow = (shelf: EditionShelf, cache: AnswerCache, editionsDir: string): (() => void) => {
  const log = makeLog('public')
  const look = () => {
    const refreshed = shelf.refresh().then(() => cache.keepOnly(shelf.editions.map(({ label }) => label)))
    refreshed.catch((error: unknown) => log.error({ err: error }, 'the list of editions cannot be read'))
  }
  const watcher = watch(editionsDir, look)
  const timer = setInterval(look, lookAgainMs)
  return () => {
    watcher.close()
    clearInterval(timer)
  }
}

export const startPublic = async (config: Config) => {
  await mkdir(config.editionsDir, { recursive: true })
  const shelf = new EditionShelf(config.editionsDir)
  await shelf.refresh()
  const cache = new AnswerCache(config.answerCacheBytes)
  const app = await publicApp(config, shelf, cache)
  const server = await listen(inFrontOf(app, cache), { door: 'public door', host: config.host, port: config.port })
  const stopFollowing = follow(shelf, cache, config.editionsDir)
  return {
    address: addressOf(server),
    close: async () => {
      stopFollowing()
      await closeServer(server)
      await shelf.close()
    },
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runDoor('public', () => startPublic(readConfig()))
