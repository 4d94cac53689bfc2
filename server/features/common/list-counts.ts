import { sql } from 'kysely'
import type { Page } from '#contract/common.ts'

type Sums = { readonly total: number; readonly possible: number; readonly undated: number }

/** Sums over rows that have a column `certainty`. */
export const certaintySums = [
  sql<number>`COUNT(*)`.as('total'),
  sql<number>`coalesce(SUM(certainty = 'possible'), 0)`.as('possible'),
  sql<number>`coalesce(SUM(certainty = 'undated'), 0)`.as('undated'),
] as const

/**
 * What `page` says beside a list. Under a range the undated are not among the rows:
 * `undatedApart` counts them; null where no range is asked for.
 */
export const listCounts = ({ total, possible, undated }: Sums, undatedApart: number | null): Omit<Page, 'next'> => ({
  total,
  certain: total - possible,
  possible,
  undated: undatedApart ?? undated,
})
