import type { Router } from 'express'
import { getSource, listSources } from '#contract/sources.ts'
import { found } from '../../http/errors.ts'
import { serveExports } from '../../http/export.ts'
import { serve } from '../../http/serve.ts'
import type { Mount } from '../common/mount.ts'
import { findSource } from './source.queries.ts'
import { sourceCsvColumns } from './sources.csv.ts'
import { findSourceRows, findSources } from './sources.queries.ts'

export const mountSources = (router: Router, { file, guard }: Mount): void => {
  serveExports(router, listSources, {
    name: 'sources',
    columns: sourceCsvColumns,
    find: (query, chunk) => findSourceRows(file(), { ...query, ...chunk }),
    guard,
  })
  serve(router, listSources, ({ query }) => findSources(file(), query), guard)
  serve(router, getSource, async ({ params }) => found(await findSource(file().db, params.id), 'source'), guard)
}
