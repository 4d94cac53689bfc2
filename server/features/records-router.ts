import { Router } from 'express'
import { getMount } from '#contract/editions.ts'
import { serve } from '../http/serve.ts'
import type { Mount } from './common/mount.ts'
import { mountDestinations } from './destinations/destinations.routes.ts'
import { mountDetainees } from './detainees/detainees.routes.ts'
import { mountExports } from './downloads/exports.routes.ts'
import { mountReleaseEvents } from './release-events/release-events.routes.ts'
import { mountSanctionsActions } from './sanctions-actions/sanctions-actions.routes.ts'
import { mountSearch } from './search/search.routes.ts'
import { mountSources } from './sources/sources.routes.ts'
import { mountStats } from './stats/stats.routes.ts'

/** The read routes, written once and mounted on whichever file is behind the door. */
export const recordsRouter = (mount: Mount): Router => {
  const router = Router({ caseSensitive: true, strict: true })
  serve(router, getMount, () => mount.about(), mount.guard)
  mountReleaseEvents(router, mount)
  mountDetainees(router, mount)
  mountDestinations(router, mount)
  mountSanctionsActions(router, mount)
  mountSources(router, mount)
  mountStats(router, mount)
  mountExports(router, mount)
  mountSearch(router, mount)
  return router
}
