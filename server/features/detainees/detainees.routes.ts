import type { Router } from 'express'
import { getDetainee, listDetainees } from '#contract/detainees.ts'
import { getDetaineeFacets } from '#contract/detainee-facets.ts'
import { found } from '../../http/errors.ts'
import { serveExports } from '../../http/export/serve-exports.ts'
import { serveRecordExports } from '../../http/export/serve-record-exports.ts'
import { serve } from '../../http/serve.ts'
import { serveBuilt } from '../../http/serve-built.ts'
import { evidenceSheet } from '../common/evidence-sheet.ts'
import { exportContext } from '../common/export-context.ts'
import type { Mount } from '../common/mount.ts'
import { findDetainee, findDetaineeJson } from './detainee.queries.ts'
import { findDetaineeFacets } from './detainee-facets.queries.ts'
import { detaineeColumns } from './detainees.columns.ts'
import { detaineeList } from './detainees.export.ts'
import { findDetaineeRows, findDetainees } from './detainees.queries.ts'

export const mountDetainees = (router: Router, mount: Mount): void => {
  const { file, guard } = mount
  serveExports(router, listDetainees, detaineeList, exportContext(mount))
  serveRecordExports(
    router,
    getDetainee,
    {
      noun: 'detainee',
      title: 'Detainee',
      columns: detaineeColumns,
      findRecord: (params) => findDetainee(file().db, params.id),
      // Someone who was merged has no row of their own in the list: it is that of the one kept.
      findRow: async ({ id, mergedInto }) =>
        (await findDetaineeRows(file(), { id: [mergedInto ?? id], sort: 'id', limit: 1 })).rows[0] ?? null,
      sentence: ({ ref }) => `Detainee ${ref}`,
      sheets: ({ evidence }, link) => [evidenceSheet(evidence, link)],
    },
    exportContext(mount),
  )
  serve(router, listDetainees, ({ query }) => findDetainees(file(), query), guard)
  serveBuilt(router, getDetainee, async ({ id }) => found(await findDetaineeJson(file().db, id), 'detainee'), guard)
  serve(
    router,
    getDetaineeFacets,
    async ({ query }) => ({ facets: await findDetaineeFacets(file(), query) }),
    guard,
  )
}
