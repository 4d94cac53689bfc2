import type { Router } from 'express'
import { getReleaseEventFacets } from '#contract/facets.ts'
import { getReleaseEvent, listReleaseEvents } from '#contract/release-events.ts'
import { found } from '../../http/errors.ts'
import { serveExports } from '../../http/export/serve-exports.ts'
import { serveRecordExports } from '../../http/export/serve-record-exports.ts'
import { serve } from '../../http/serve.ts'
import { serveBuilt } from '../../http/serve-built.ts'
import { evidenceSheet } from '../common/evidence-sheet.ts'
import { exportContext } from '../common/export-context.ts'
import type { Mount } from '../common/mount.ts'
import { findReleaseEvent } from './release-event.queries.ts'
import { findReleaseEventJson } from './release-event-json.queries.ts'
import { findReleaseEventFacets } from './release-event-facets.queries.ts'
import { releaseEventColumns, releaseEventList } from './release-events.export.ts'
import { findReleaseEventRows, findReleaseEvents } from './release-events.queries.ts'

export const mountReleaseEvents = (router: Router, mount: Mount): void => {
  const { file, guard } = mount
  serveExports(router, listReleaseEvents, releaseEventList, exportContext(mount))
  serveRecordExports(
    router,
    getReleaseEvent,
    {
      noun: 'release event',
      title: 'Release event',
      columns: releaseEventColumns,
      findRecord: (params, query) => findReleaseEvent(file().db, params.id, query.source),
      findRow: async ({ id }, { source }) =>
        (await findReleaseEventRows(file(), { id: [id], source, sort: '-date', limit: 1 })).rows[0] ?? null,
      sentence: ({ ref }) => `Release event ${ref}`,
      sheets: ({ evidence }, link) => [evidenceSheet(evidence, link)],
    },
    exportContext(mount),
  )
  serve(router, listReleaseEvents, ({ query }) => findReleaseEvents(file(), query), guard)
  serveBuilt(
    router,
    getReleaseEvent,
    async ({ id }, { source }) => {
      const { db } = file()
      if (source === undefined) return found(await findReleaseEventJson(db, id), 'release event')
      return Buffer.from(JSON.stringify(getReleaseEvent.response.parse(found(await findReleaseEvent(db, id, source), 'release event'))))
    },
    guard,
  )
  serve(
    router,
    getReleaseEventFacets,
    async ({ query }) => ({ facets: await findReleaseEventFacets(file(), query) }),
    guard,
  )
}
