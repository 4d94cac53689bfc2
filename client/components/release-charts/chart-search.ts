import { listOf, ordered } from '#contract/common.ts'
import { comparedFilter } from '#contract/compared-filter.ts'
import { CountingRule } from '#contract/counting-rules.ts'
import { dimensions, peopleDimensions, timeUnits } from '#contract/dimensions.ts'
import { measures } from '#contract/pivot.ts'
import { releaseEventFilter } from '#contract/release-events.ts'
import { splits } from '#contract/stats.ts'
import { z } from '#contract/zod.ts'
import { type SearchText, changed, listIn, toggled } from '#client/lib/search-params.ts'

/** The charts by the ids their links and embeds end in. */
export const chartIds = ['pivot', 'time', 'named', 'places', 'links', 'people', 'held'] as const
export type ChartId = (typeof chartIds)[number]

/** How the chart over time is drawn. It is stacked by destination; the address says so only where it is not. */
export const drawnOverTime = {
  by: z.enum(timeUnits).default('month'),
  split: z.enum([...splits, 'none']).default('destination'),
  cumulative: z.enum(['yes']).optional(),
}

/** Which countries the chart of places is of, and whether it is a map. */
export const drawnPlaces = {
  place: z.enum(['destination', 'country']).default('destination'),
  map: z.enum(['yes']).optional(),
}

/** Which charts are shown as tables. */
export const shownAsTables = { tables: listOf(z.enum(chartIds)).optional() }

const drawn = {
  ...drawnOverTime,
  ...drawnPlaces,
  ...shownAsTables,
  rows: z.enum(dimensions).default('destination'),
  columns: z.enum(dimensions).optional(),
  measure: z.enum(measures).default('reported'),
  sort: z.enum(['key', '-key', 'value', '-value']).default('-value'),
  cursor: z.string().max(500).optional(),
  who: z.enum([...peopleDimensions, 'time_detained']).default('sex'),
}

const compared = { vs: comparedFilter.optional(), vsCursor: drawn.cursor }

/** The address of all charts: filter, rule, how they are drawn, and the filter they are compared with. */
export const chartSearch = z
  .strictObject({ ...releaseEventFilter, rule: CountingRule.default('as_reported'), ...drawn, ...compared })
  .superRefine(ordered('from', 'to'))

export type ChartSearch = z.output<typeof chartSearch>
export type TimeSearch = Pick<ChartSearch, keyof typeof drawnOverTime>
export type PlacesSearch = Pick<ChartSearch, keyof typeof drawnPlaces>

const without = (kept: SearchText, names: readonly string[]): SearchText =>
  changed(kept, Object.fromEntries(names.map((name) => [name, undefined])))

/** The filter every chart answers: the search without what only the page reads. */
export const filterOf = (kept: SearchText): SearchText => without(kept, ['rule', ...Object.keys(drawn), ...Object.keys(compared)])

/** The search without the filter: rule, how the charts are drawn, what they are compared with. */
export const withoutFilterOf = (kept: SearchText): SearchText => {
  const own = without(kept, Object.keys(releaseEventFilter))
  return kept['cursor'] === undefined ? own : { ...own, cursor: kept['cursor'] }
}

export const viewOf = (kept: SearchText, id: ChartId): 'chart' | 'table' => (listIn(kept, 'tables').includes(id) ? 'table' : 'chart')

/** The search with this chart as a table, or as a chart again. */
export const withView = (kept: SearchText, id: ChartId, view: string): SearchText =>
  viewOf(kept, id) === view ? kept : { ...toggled(kept, 'tables', id), ...(kept['cursor'] === undefined ? {} : { cursor: kept['cursor'] }) }
