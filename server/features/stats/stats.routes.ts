import type { Router } from 'express'
import { getOverview, getReleaseStats } from '#contract/stats.ts'
import { serve } from '../../http/serve.ts'
import type { Mount } from '../common/mount.ts'
import { findOverview } from './overview.queries.ts'
import { findReleaseStats } from './stats.queries.ts'

export const mountStats = (router: Router, { file, guard }: Mount): void => {
  serve(router, getReleaseStats, ({ query }) => findReleaseStats(file(), query), guard)
  serve(router, getOverview, ({ query }) => findOverview(file(), query), guard)
}
