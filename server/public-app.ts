import express, { type Express, type RequestHandler, Router } from 'express'
import { listDetainees } from '#contract/detainees.ts'
import type { Edition } from '#contract/editions.ts'
import { publicEndpoints } from '#contract/public-registry.ts'
import type { Config } from './config.ts'
import type { EditionShelf, OpenEdition } from './editions/edition-shelf.ts'
import { mountCitations } from './features/citations/citations.routes.ts'
import { isCsvAtHand } from './features/detainees/kept-csv.queries.ts'
import { mountDocs } from './features/docs/docs.routes.ts'
import { mountComparisons } from './features/editions/comparisons.routes.ts'
import { mountDownloads } from './features/downloads/downloads.routes.ts'
import { mountEditions } from './features/editions/editions.routes.ts'
import { mountHealth } from './features/health/health.routes.ts'
import { recordsRouter } from './features/records-router.ts'
import type { AnswerCache, Basis } from './http/answer-cache.ts'
import { drawnOverview } from './http/drawn-overview.ts'
import { answerError, answerNotFound } from './http/error-handler.ts'
import { HttpError, badRequest, found } from './http/errors.ts'
import { embeddable, securityHeaders } from './http/headers.ts'
import { makeLog } from './http/log.ts'
import { type Aside, type IsAtHand, mountLong } from './http/long/mount-long.ts'
import { usePublicAddress } from './http/public-address.ts'
import { refuseMarked } from './http/rate-limit.ts'
import { pageFor, staticClient } from './http/static-client.ts'
import { version } from './version.ts'

/*
 * What the public door answers: the same in its own process and in the readers that long questions
 * are passed on to.
 */

const longestAddress = 8000

const ofEditions = publicEndpoints.filter(({ on }) => on === 'records' || on === 'edition')
const ofTheDoor = publicEndpoints.filter(({ on }) => on === 'public')

export type PublicParts = {
  readonly shelf: EditionShelf
  readonly cache: AnswerCache
  /** Where long questions are passed on to; null: they are answered here. */
  readonly aside: Aside | null
  /** Answers a read of the API to pages that are drawn ahead; null where no pages are answered. */
  readonly ask: ((address: string) => Promise<unknown>) | null
}

type Behind = () => OpenEdition

export const basisOf = (edition: Edition | undefined): Basis | null =>
  edition === undefined ? null : { label: edition.label, etag: `"${version}-${edition.label}"` }

/** The read routes and the files of one edition, with its answers kept. */
const editionRouter = (behind: Behind, keeping: RequestHandler, aside: Aside | null): Router => {
  const router = Router({ caseSensitive: true, strict: true })
  router.use(keeping)
  const isAtHand: IsAtHand = async ({ path }, format, { query }) =>
    path === listDetainees.path && format === 'csv' && isCsvAtHand(behind().file, query)
  if (aside) router.use(mountLong(ofEditions, aside, { isAtHand }))
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

const publicApi = ({ shelf, cache, aside }: PublicParts): Router => {
  const router = Router({ caseSensitive: true })
  if (aside) router.use(mountLong(ofTheDoor, aside))
  mountHealth(router, () => shelf.latest() !== null)
  mountEditions(router, () => shelf.editions)
  mountComparisons(router, shelf)
  mountCitations(router, shelf)
  mountDocs(router, 'public', publicEndpoints)
  const pinned = new Map<number, Router>()
  router.use('/editions/:number', (request, response, next) => {
    const number = /^[1-9][0-9]{0,8}$/.test(request.params.number) ? Number(request.params.number) : 0
    const listed = () => shelf.editions.find((edition) => edition.number === number)
    found(listed(), 'edition')
    const known = pinned.get(number) ?? editionRouter(() => found(shelf.byNumber(number), 'edition'), cache.keeping(() => basisOf(listed())), aside)
    pinned.set(number, known)
    known(request, response, next)
  })
  const latest: Behind = () => {
    const edition = shelf.latest()
    if (edition) return edition
    throw new HttpError(503, 'unavailable', 'No edition is published yet. Publish one at the desk, then look again.')
  }
  router.use(editionRouter(latest, cache.keeping(() => basisOf(shelf.editions[0])), aside))
  return router
}

const refuseLongAddress: RequestHandler = (request, _response, next) => {
  next(request.originalUrl.length > longestAddress ? badRequest('This address is too long. Ask with fewer values.') : undefined)
}

export const publicApp = async ({ clientDir, publicUrl }: Pick<Config, 'clientDir' | 'publicUrl'>, parts: PublicParts): Promise<Express> => {
  const app = express()
  const log = makeLog('public')
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  app.use(securityHeaders(), refuseMarked)
  usePublicAddress(app, publicUrl)
  app.use((request, _response, next) => {
    // The public door has no sessions: a cookie of the desk on the same host is dropped unread.
    delete request.headers.cookie
    next()
  })
  // A page of any address opens and says itself what it left out of it.
  app.use('/api', refuseLongAddress, publicApi(parts), answerNotFound)
  app.use('/embed', embeddable(), await pageFor(clientDir, 'embed'))
  const { shelf, cache, ask } = parts
  if (ask !== null) {
    const failed = (error: unknown) => log.error({ err: error }, 'the overview cannot be drawn ahead')
    app.get('/', await drawnOverview(clientDir, cache, { basisNow: () => basisOf(shelf.editions[0]), ask, failed }))
  }
  app.use(await staticClient(clientDir, 'public'))
  app.use(answerNotFound)
  app.use(answerError(log))
  return app
}

