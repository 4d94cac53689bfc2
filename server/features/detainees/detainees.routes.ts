import type { Router } from 'express'
import { getDetainee, listDetainees } from '#contract/detainees.ts'
import { getDetaineeFacets } from '#contract/facets.ts'
import { found } from '../../http/errors.ts'
import { serveExports } from '../../http/export.ts'
import { serve } from '../../http/serve.ts'
import type { Mount } from '../common/mount.ts'
import { findDetainee } from './detainee.queries.ts'
import { findDetaineeFacets } from './detainee-facets.queries.ts'
import { detaineeColumns } from './detainees.csv.ts'
import { findDetaineeRows, findDetainees } from './detainees.queries.ts'

export const mountDetainees = (router: Router, { file, guard }: Mount): void => {
  serveExports(router, listDetainees, {
    name: 'detainees',
    columns: detaineeColumns,
    find: (query, chunk) => findDetaineeRows(file(), { ...query, ...chunk }),
    guard,
  })
  serve(router, listDetainees, ({ query }) => findDetainees(file(), query), guard)
  serve(router, getDetainee, async ({ params }) => found(await findDetainee(file().db, params.id), 'detainee'), guard)
  serve(
    router,
    getDetaineeFacets,
    async ({ query }) => ({ facets: await findDetaineeFacets(file(), query) }),
    guard,
  )
}
