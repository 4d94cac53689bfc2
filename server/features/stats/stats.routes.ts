import type { Router } from 'express'
import { downloadPivot, getPivot } from '#contract/pivot.ts'
import { downloadHeld, getHeld } from '#contract/stats-held.ts'
import { getLimits } from '#contract/stats-limits.ts'
import { downloadLinks, getLinks } from '#contract/stats-links.ts'
import { downloadNamedAndUnnamed, getNamedAndUnnamed } from '#contract/stats-named.ts'
import { downloadPeopleStats, getPeopleStats } from '#contract/stats-people.ts'
import { downloadCumulative, downloadFlows, getCumulative, getFlows } from '#contract/stats-series.ts'
import { downloadReleaseStats, getOverview, getReleaseStats } from '#contract/stats.ts'
import { serve } from '../../http/serve.ts'
import { serveBuilt } from '../../http/serve-built.ts'
import type { Mount } from '../common/mount.ts'
import { findCumulative } from './cumulative.queries.ts'
import { findFlows } from './flows.queries.ts'
import { findHeld } from './held.queries.ts'
import { findLimits } from './limits.queries.ts'
import { findLinks } from './links.queries.ts'
import { findAllNamed, findNamedAndUnnamed } from './named.queries.ts'
import { findOverview } from './overview.queries.ts'
import { findPeopleStats } from './people.queries.ts'
import { findPivot } from './pivot.queries.ts'
import { serveTable } from './serve-table.ts'
import { findReleaseStats } from './stats.queries.ts'
import {
  cumulativeTable,
  flowTable,
  heldTable,
  linkTable,
  namedTable,
  peopleTable,
  pivotTable,
  releaseTable,
} from './tables.ts'

export const mountStats = (router: Router, mount: Mount): void => {
  const { file, guard } = mount
  serve(router, getOverview, ({ query }) => findOverview(file(), query), guard)
  serveBuilt(router, getReleaseStats, async (_params, query) => Buffer.from(JSON.stringify(await findReleaseStats(file(), query))), guard)
  serve(router, getPivot, ({ query }) => findPivot(file(), query), guard)
  serve(router, getCumulative, ({ query }) => findCumulative(file(), query), guard)
  serve(router, getFlows, ({ query }) => findFlows(file(), query), guard)
  serve(router, getNamedAndUnnamed, ({ query }) => findNamedAndUnnamed(file(), query), guard)
  serve(router, getLinks, ({ query }) => findLinks(file(), query), guard)
  serve(router, getPeopleStats, ({ query }) => findPeopleStats(file(), query), guard)
  serve(router, getHeld, ({ query }) => findHeld(file(), query), guard)
  serve(router, getLimits, ({ query }) => findLimits(file(), query), guard)

  serveTable(router, downloadReleaseStats, mount, async (query) => releaseTable(await findReleaseStats(file(), query)))
  serveTable(router, downloadPivot, mount, async (query) => pivotTable(await findPivot(file(), query)))
  serveTable(router, downloadCumulative, mount, async (query) => cumulativeTable(await findCumulative(file(), query)))
  serveTable(router, downloadFlows, mount, async (query) => flowTable(await findFlows(file(), query)))
  serveTable(router, downloadNamedAndUnnamed, mount, async (query) => namedTable(await findAllNamed(file(), query)))
  serveTable(router, downloadLinks, mount, async (query) => linkTable(await findLinks(file(), query)))
  serveTable(router, downloadPeopleStats, mount, async (query) => peopleTable(await findPeopleStats(file(), query)))
  serveTable(router, downloadHeld, mount, async (query) => heldTable(await findHeld(file(), query)))
}
