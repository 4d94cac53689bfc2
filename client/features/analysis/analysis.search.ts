import { listOf, ordered } from '#contract/common.ts'
import { CountingRule } from '#contract/counting-rules.ts'
import { dimensions, peopleDimensions, timeUnits } from '#contract/dimensions.ts'
import { measures } from '#contract/pivot.ts'
import { releaseEventFilter } from '#contract/release-events.ts'
import { splits } from '#contract/stats.ts'
import { z } from '#contract/zod.ts'
import { type SearchText, changed, toggled, listIn } from '#client/lib/search-params.ts'

/** The charts of the page by the ids their links end in. */
export const chartIds = ['pivot', 'time', 'named', 'places', 'links', 'people', 'held'] as const
export type ChartId = (typeof chartIds)[number]

/** How the charts are drawn; everything else of the page's address is the filter. */
const drawn = {
  rows: z.enum(dimensions).default('destination'),
  columns: z.enum(dimensions).optional(),
  measure: z.enum(measures).default('reported'),
  sort: z.enum(['key', '-key', 'value', '-value']).default('-value'),
  by: z.enum(timeUnits).default('month'),
  split: z.enum(splits).optional(),
  cumulative: z.enum(['yes']).optional(),
  cursor: z.string().max(500).optional(),
  map: z.enum(['yes']).optional(),
  who: z.enum([...peopleDimensions, 'time_detained']).default('sex'),
  tables: listOf(z.enum(chartIds)).optional(),
}

export const analysisSearch = z
  .strictObject({ ...releaseEventFilter, rule: CountingRule.default('as_reported'), ...drawn })
  .superRefine(ordered('from', 'to'))

export type AnalysisSearch = z.output<typeof analysisSearch>

/** The search without what only the page reads: the filter every chart answers. */
export const filterOf = (kept: SearchText): SearchText =>
  changed(kept, Object.fromEntries(['rule', ...Object.keys(drawn)].map((name) => [name, undefined])))

export const viewOf = (kept: SearchText, id: ChartId): 'chart' | 'table' => (listIn(kept, 'tables').includes(id) ? 'table' : 'chart')

/** The search with this chart as a table, or as a chart again. */
export const withView = (kept: SearchText, id: ChartId, view: string): SearchText =>
  viewOf(kept, id) === view ? kept : { ...toggled(kept, 'tables', id), ...(kept['cursor'] === undefined ? {} : { cursor: kept['cursor'] }) }
