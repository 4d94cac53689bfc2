import { drawnOverTime, drawnPlaces, shownAsTables } from '#client/components/release-charts/chart-search.ts'
import { type SearchText, changed } from '#client/lib/search-params.ts'
import { ordered } from '#contract/common.ts'
import { releaseEventFilter } from '#contract/release-events.ts'
import { z } from '#contract/zod.ts'

const drawn = { ...drawnOverTime, ...drawnPlaces, ...shownAsTables }

/** The overview's address: the filter of release events, and how its charts are drawn. */
export const overviewSearch = z.strictObject({ ...releaseEventFilter, ...drawn }).superRefine(ordered('from', 'to'))

export type OverviewSearch = z.output<typeof overviewSearch>

/** The search without what only the charts read: what the API's filter takes. */
export const filterOf = (kept: SearchText): SearchText =>
  changed(kept, Object.fromEntries(Object.keys(drawn).map((name) => [name, undefined])))
