import type { Router } from 'express'
import { getReleaseEventFacets } from '#contract/facets.ts'
import { getReleaseEvent, listReleaseEvents } from '#contract/release-events.ts'
import { found } from '../../http/errors.ts'
import { serveExports } from '../../http/export.ts'
import { serve } from '../../http/serve.ts'
import type { Mount } from '../common/mount.ts'
import { findReleaseEvent } from './release-event.queries.ts'
import { findReleaseEventFacets } from './release-event-facets.queries.ts'
import { releaseEventColumns } from './release-events.csv.ts'
import { findReleaseEventRows, findReleaseEvents } from './release-events.queries.ts'

export const mountReleaseEvents = (router: Router, { file, guard }: Mount): void => {
  serveExports(router, listReleaseEvents, {
    name: 'release-events',
    columns: releaseEventColumns,
    find: (query, chunk) => findReleaseEventRows(file(), { ...query, ...chunk }),
    guard,
  })
  serve(router, listReleaseEvents, ({ query }) => findReleaseEvents(file(), query), guard)
  serve(
    router,
    getReleaseEvent,
    async ({ params, query }) =>
      found(await findReleaseEvent(file().db, params.id, query.source), 'release event'),
    guard,
  )
  serve(
    router,
    getReleaseEventFacets,
    async ({ query }) => ({ facets: await findReleaseEventFacets(file(), query) }),
    guard,
  )
}
