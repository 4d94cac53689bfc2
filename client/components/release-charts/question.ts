import type { SearchText } from '#client/lib/search-params.ts'
import type { PageSearch } from '#client/lib/use-page-search.ts'
import type { CountingRule } from '#contract/counting-rules.ts'
import type { ChartSearch } from './chart-search.ts'

/** Which of two filters that are compared; null where there is one. */
export type Side = 'A' | 'B' | null

/** What every chart answers: one filter, one rule. */
export type Question<Drawn = ChartSearch> = {
  /** The search as the charts of this side read it. Links in them go through `linkTo`. */
  readonly search: PageSearch<Drawn>
  /** The page's own search for a search of this side. */
  readonly linkTo: (next: SearchText) => SearchText
  readonly filter: SearchText
  readonly rule: CountingRule
  /** The filter in words, as it follows a noun: " since January 2024, taken to Lithuania". */
  readonly phrase: string
  readonly side: Side
  /** A destination's name under this filter: "Stayed in Belarus" where nobody was taken there. */
  readonly placeName: (code: string) => string
}
