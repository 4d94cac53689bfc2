import { queryText } from '#client/lib/call.ts'
import type { SearchText } from '#client/lib/search-params.ts'
import { releaseEventFilter } from '#contract/release-events.ts'
import { type ChartId, viewOf } from './chart-search.ts'
import type { Question } from './question.ts'

/** What of an address each chart is drawn by, beside filter and rule. */
const drawnBy: Readonly<Record<ChartId, readonly string[]>> = {
  pivot: ['rows', 'columns', 'measure', 'sort'],
  time: ['by', 'split', 'cumulative'],
  named: [],
  places: ['map', 'place'],
  links: [],
  people: ['who'],
  held: ['by'],
}

const pick = (kept: SearchText, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (kept[name] === undefined ? [] : [[name, kept[name]]])))

/** The address of the page that shows the chart, an embedded one in full, down to the chart. */
export const chartAddress = ({ side }: Pick<Question<unknown>, 'side'>, id: ChartId): string => {
  const page = location.pathname.startsWith('/embed/') ? '/analysis' : location.pathname
  return `${location.origin}${page}${location.search}#${side === 'B' ? `${id}-vs` : id}`
}

/** Where the chart stands alone, to be shown on other people's pages; pinned where an edition is given. */
export const embedAddress = ({ search: { kept } }: Pick<Question<unknown>, 'search'>, id: ChartId, edition: number | null): string => {
  const query = {
    ...pick(kept, [...Object.keys(releaseEventFilter), 'rule', ...drawnBy[id]]),
    ...(viewOf(kept, id) === 'table' ? { tables: id } : {}),
    ...(edition === null ? {} : { edition: String(edition) }),
  }
  return `${location.origin}/embed/${id}${queryText(query)}`
}
