import type { Router } from 'express'
import { getDestination, listDestinations } from '#contract/destinations.ts'
import { found } from '../../http/errors.ts'
import { serveExports } from '../../http/export.ts'
import { serve } from '../../http/serve.ts'
import type { Mount } from '../common/mount.ts'
import { findDestination } from './destination.queries.ts'
import { destinationColumns } from './destinations.csv.ts'
import { findDestinationRows, findDestinations } from './destinations.queries.ts'

export const mountDestinations = (router: Router, { file, guard }: Mount): void => {
  serveExports(router, listDestinations, {
    name: 'destinations',
    columns: destinationColumns,
    find: async () => ({ rows: await findDestinationRows(file().db), next: null }),
    guard,
  })
  serve(router, listDestinations, () => findDestinations(file().db), guard)
  serve(
    router,
    getDestination,
    async ({ params }) => found(await findDestination(file(), params.code), 'destination'),
    guard,
  )
}
