import type { Router } from 'express'
import { getSanctionsAction, listSanctionsActions } from '#contract/sanctions-actions.ts'
import { found } from '../../http/errors.ts'
import { serveExports } from '../../http/export.ts'
import { serve } from '../../http/serve.ts'
import type { Mount } from '../common/mount.ts'
import { findSanctionsAction } from './sanctions-action.queries.ts'
import { sanctionsActionColumns } from './sanctions-actions.csv.ts'
import { findSanctionsActionRows, findSanctionsActions } from './sanctions-actions.queries.ts'

export const mountSanctionsActions = (router: Router, { file, guard }: Mount): void => {
  serveExports(router, listSanctionsActions, {
    name: 'sanctions-actions',
    columns: sanctionsActionColumns,
    find: (query, chunk) => findSanctionsActionRows(file(), { ...query, ...chunk }),
    guard,
  })
  serve(router, listSanctionsActions, ({ query }) => findSanctionsActions(file(), query), guard)
  serve(
    router,
    getSanctionsAction,
    async ({ params }) => found(await findSanctionsAction(file().db, params.id), 'sanctions action'),
    guard,
  )
}
