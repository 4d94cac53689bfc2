import type { Router } from 'express'
import { getSanctionsAction, listSanctionsActions } from '#contract/sanctions-actions.ts'
import { found } from '../../http/errors.ts'
import { serveExports } from '../../http/export/serve-exports.ts'
import { serveRecordExports } from '../../http/export/serve-record-exports.ts'
import { serve } from '../../http/serve.ts'
import { evidenceSheet } from '../common/evidence-sheet.ts'
import { exportContext } from '../common/export-context.ts'
import type { Mount } from '../common/mount.ts'
import { findSanctionsAction } from './sanctions-action.queries.ts'
import { sanctionsActionColumns, sanctionsActionList } from './sanctions-actions.export.ts'
import { findSanctionsActionRows, findSanctionsActions } from './sanctions-actions.queries.ts'

export const mountSanctionsActions = (router: Router, mount: Mount): void => {
  const { file, guard } = mount
  serveExports(router, listSanctionsActions, sanctionsActionList, exportContext(mount))
  serveRecordExports(
    router,
    getSanctionsAction,
    {
      noun: 'sanctions action',
      title: 'Sanctions action',
      columns: sanctionsActionColumns,
      findRecord: (params) => findSanctionsAction(file().db, params.id),
      findRow: async ({ id }) => (await findSanctionsActionRows(file(), { id: [id], sort: 'date', limit: 1 })).rows[0] ?? null,
      sentence: ({ ref }) => `Sanctions action ${ref}`,
      sheets: ({ evidence }, link) => [evidenceSheet(evidence, link)],
    },
    exportContext(mount),
  )
  serve(router, listSanctionsActions, ({ query }) => findSanctionsActions(file(), query), guard)
  serve(
    router,
    getSanctionsAction,
    async ({ params }) => found(await findSanctionsAction(file().db, params.id), 'sanctions action'),
    guard,
  )
}
