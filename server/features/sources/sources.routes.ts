import type { Router } from 'express'
import { getSource, listSources } from '#contract/sources.ts'
import { found } from '../../http/errors.ts'
import { serveExports } from '../../http/export/serve-exports.ts'
import { once, serveRecordExports } from '../../http/export/serve-record-exports.ts'
import { sheetOf } from '../../http/export/xlsx.ts'
import { serve } from '../../http/serve.ts'
import { exportContext } from '../common/export-context.ts'
import type { Mount } from '../common/mount.ts'
import { findSource } from './source.queries.ts'
import { sourceExportColumns, sourceList, sourceValueColumns } from './sources.export.ts'
import { findSourceRows, findSources } from './sources.queries.ts'

export const mountSources = (router: Router, mount: Mount): void => {
  const { file, guard } = mount
  serveExports(router, listSources, sourceList, exportContext(mount))
  serveRecordExports(
    router,
    getSource,
    {
      noun: 'source',
      title: 'Source',
      columns: sourceExportColumns,
      findRecord: (params, query) => findSource(file().db, params.id, query.after),
      findRow: async ({ id }) => (await findSourceRows(file(), { id: [id], sort: 'published', limit: 1 })).rows[0] ?? null,
      sentence: ({ ref }) => `Source ${ref}`,
      sheets: ({ values }, link) => [sheetOf('Values', sourceValueColumns, () => once(values), link)],
    },
    exportContext(mount),
  )
  serve(router, listSources, ({ query }) => findSources(file(), query), guard)
  serve(router, getSource, async ({ params, query }) => found(await findSource(file().db, params.id, query.after), 'source'), guard)
}
