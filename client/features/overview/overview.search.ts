import { releaseEventFilter } from '#contract/release-events.ts'
import { ordered } from '#contract/common.ts'
import { timeUnits } from '#contract/dimensions.ts'
import { z } from '#contract/zod.ts'
import { type SearchText, changed } from '#client/lib/search-params.ts'

/** The overview's address: the filter of release events, and how its charts are drawn. */
export const overviewSearch = z
  .strictObject({
    ...releaseEventFilter,
    by: z.enum(timeUnits).default('month'),
    /** The chart over time is stacked by destination; the address says so only where it is not. */
    split: z.enum(['destination', 'none']).default('destination'),
    place: z.enum(['destination', 'country']).default('destination'),
  })
  .superRefine(ordered('from', 'to'))

export type OverviewSearch = z.output<typeof overviewSearch>

/** The search without what only the charts read: what the API's filter takes. */
export const filterOf = (kept: SearchText): SearchText =>
  changed(kept, { by: undefined, split: undefined, place: undefined })
