import express, { type Express, type Request, Router, type RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { getMount } from '#contract/editions.ts'
import { allEndpoints } from '#contract/registry.ts'
import type { Config } from '../config.ts'
import type { Register } from '../db/register.ts'
import type { Opened } from '../db/sqlite.ts'
import { mountDocs } from '../features/docs/docs.routes.ts'
import { recordsRouter } from '../features/records-router.ts'
import { answerError, answerNotFound } from '../http/error-handler.ts'
import { badRequest } from '../http/errors.ts'
import { securityHeaders } from '../http/headers.ts'
import { type Aside, isLong, mountLong } from '../http/long/mount-long.ts'
import { costOf, rateLimit, tooMany } from '../http/rate-limit.ts'
import { clientOf, proxiesOf } from '../http/client-of.ts'
import { staticClient } from '../http/static-client.ts'
import { trustProxies } from '../http/trusted-proxies.ts'
import { isFictional } from '../register/is-fictional.ts'
import { registerFile } from '../register/open.ts'
import { registerRecords } from '../register/record-file.ts'
import { accessFor } from './access/guard.ts'
import { findWordsLeft } from './access/words-left.ts'
import { ownHostOnly } from './access/own-host.ts'
import { sameOriginOnly } from './access/same-origin.ts'
import { slowDown } from './access/slow-down.ts'
import { mountAccessLog } from './accounts/access-log.routes.ts'
import { mountAccounts } from './accounts/accounts.routes.ts'
import { mountOwnAccount } from './accounts/own-account.routes.ts'
import { openSessions } from './accounts/sessions.ts'
import { mountCaptures } from './captures/captures.routes.ts'
import { jsonBody } from './captures/json-body.ts'
import { mountDeskFacts } from './desk-facts/desk-facts.routes.ts'
import { mountDrafts } from './drafts/drafts.routes.ts'
import { lookThrough } from './duplicates/look-through.ts'
import { mountDuplicates } from './duplicates/duplicates.routes.ts'
import { queuedEvents } from './accounts/queued-events.ts'
import { findSettings } from './accounts/settings.queries.ts'
import { mountStaff } from './accounts/staff.routes.ts'
import { noStore } from './no-store.ts'
import { mountMerge } from './merge/merge.routes.ts'
import { mountHistory } from './history/history.routes.ts'
import { mountImports } from './imports/imports.routes.ts'
import { mountProposals } from './proposals/proposals.routes.ts'
import { mountPublishing } from './publishing/publishing.routes.ts'
import { mountQueues } from './queues/queues.routes.ts'
import { mountRecordWrites } from './record/record-writes.routes.ts'
import { mountRedactions } from './redaction/redaction.routes.ts'
import { redactor } from './redaction/redactor.ts'
import { mountReviews } from './review/review.routes.ts'
import { mountUpkeep } from './upkeep/upkeep.routes.ts'
import { mountVisibility } from './visibility/visibility.routes.ts'
import { protectEditions } from './visibility/withhold-person.ts'

const longestAddress = 8000

const ofRecords = allEndpoints.filter(({ on }) => on === 'records')

/** The register has no columns in memory: whatever is not of one record may take long. */
const mayTakeLong = (endpoint: AnyEndpoint, request: Request): boolean =>
  isLong(endpoint, request) || (!endpoint.path.includes(':') && endpoint !== getMount)

const limitClients = ({ requestsPerMinute, trustedProxies }: Config): RequestHandler => {
  const limit = rateLimit({ perMinute: requestsPerMinute })
  const isProxy = proxiesOf(trustedProxies)
  return (request, _response, next) => {
    const wait = limit.take(clientOf(request, isProxy), costOf(request.url))
    next(wait > 0 ? tooMany(wait) : undefined)
  }
}

export type DeskParts = {
  readonly config: Config
  readonly register: Opened<Register>
  /** Signs the session cookies. */
  readonly secret: string
  readonly log: Logger
  /** Where long questions about the records are passed on to; without it, they are answered here. */
  readonly aside?: Aside
}

/** Every route of the desk's API, each guarded as its contract says. */
const deskApi = async ({ config, register, secret, log, aside }: DeskParts): Promise<Router> => {
  const { db } = register
  const fictional = await isFictional(db)
  const sessions = openSessions(db, secret)
  const access = accessFor({
    find: sessions.find,
    needsTwoFactors: async () => (await findSettings(db)).twoFactorsRequired,
    wordsLeft: () => findWordsLeft(db),
    keepEvent: queuedEvents(db, log),
    limit: rateLimit({ perMinute: config.requestsPerMinute }),
  })
  const attempts = slowDown()
  const router = Router({ caseSensitive: true, strict: true })
  router.use(noStore, sameOriginOnly, jsonBody)
  mountAccounts(router, access, db, sessions, attempts)
  mountOwnAccount(router, access, db, sessions, attempts)
  mountStaff(router, access, db, secret)
  mountAccessLog(router, access, db)
  mountProposals(router, access, db)
  mountCaptures(router, access, db)
  mountDrafts(router, access, db)
  mountQueues(router, access, db)
  mountRecordWrites(router, access, db)
  const redactions = redactor(db, config, (error) => log.error({ err: error }, 'a redaction could not go on'))
  const protect = () =>
    protectEditions(config.editionsDir, db, { name: 'Habeas' }).catch((error: unknown) => log.error({ err: error }, 'an edition could not be revised'))
  mountReviews(router, access, db, {
    registerFile: registerFile(config.dataDir),
    failed: (error) => log.error({ err: error }, 'a proposal was not applied'),
    approved: ({ kind }) => {
      if (kind === 'redaction') redactions.goOn()
      // Two people who are one are shown no more than either was.
      if (kind === 'merge') void protect()
    },
  })
  mountImports(router, access, db, { config, failed: (error) => log.error({ err: error }, 'an import failed') })
  mountRedactions(router, access, db, config)
  redactions.goOn()
  mountDeskFacts(router, access, db)
  mountPublishing(router, access, db, config)
  mountHistory(router, access, db)
  mountVisibility(router, access, db, { editionsDir: config.editionsDir, redactedIdsFile: config.redactedIdsFile, log })
  mountUpkeep(router, access, db, config)
  const records = registerRecords(register)
  const search = lookThrough(db, registerFile(config.dataDir), (error) => log.error({ err: error }, 'duplicates were not looked for'))
  mountMerge(router, access, db)
  mountDuplicates(router, access, db, { records, search })
  mountDocs(router, 'desk', allEndpoints)
  if (aside) router.use(mountLong(ofRecords, aside, { guard: access.guard, takes: mayTakeLong }))
  router.use(
    recordsRouter({
      file: () => records,
      about: () => ({ mount: 'register', edition: null, fictional }),
      guard: access.guard,
    }),
  )
  return router
}

/** The desk as an Express app: its API over the register, and the pages that use it. */
export const deskApp = async (parts: DeskParts): Promise<Express> => {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  trustProxies(app, parts.config.trustedProxies)
  app.use(securityHeaders())
  app.use(limitClients(parts.config))
  app.use(ownHostOnly(parts.config.deskNames))
  app.use((request, _response, next) => {
    next(request.url.length > longestAddress ? badRequest('This address is too long. Ask with fewer values.') : undefined)
  })
  app.use('/api', await deskApi(parts), answerNotFound)
  app.use(await staticClient(parts.config.clientDir, 'desk'))
  app.use(answerNotFound)
  app.use(answerError(parts.log))
  return app
}
