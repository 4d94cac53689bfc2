import type { Router } from 'express'
import { getDestination, listDestinations } from '#contract/destinations.ts'
import { found } from '../../http/errors.ts'
import { serveExports } from '../../http/export/serve-exports.ts'
import { once, serveRecordExports } from '../../http/export/serve-record-exports.ts'
import { sheetOf } from '../../http/export/xlsx.ts'
import { serve } from '../../http/serve.ts'
import { exportContext } from '../common/export-context.ts'
import type { Mount } from '../common/mount.ts'
import { releaseEventColumns } from '../release-events/release-events.export.ts'
import { findDestination } from './destination.queries.ts'
import { destinationColumns, destinationList } from './destinations.export.ts'
import { findDestinationRows, findDestinations } from './destinations.queries.ts'

export const mountDestinations = (router: Router, mount: Mount): void => {
  const { file, guard } = mount
  serveExports(router, listDestinations, destinationList, exportContext(mount))
  serveRecordExports(
    router,
    getDestination,
    {
      noun: 'destination',
      title: 'Destination',
      columns: destinationColumns,
      findRecord: (params) => findDestination(file(), params.code),
      findRow: async ({ code }) => (await findDestinationRows(file(), [code]))[0] ?? null,
      sentence: ({ name }) => `Destination ${name}`,
      sheets: ({ releaseEvents }, link) => [sheetOf('Release events', releaseEventColumns, () => once(releaseEvents), link)],
    },
    exportContext(mount),
  )
  serve(router, listDestinations, ({ query }) => findDestinations(file(), query), guard)
  serve(
    router,
    getDestination,
    async ({ params }) => found(await findDestination(file(), params.code), 'destination'),
    guard,
  )
}
