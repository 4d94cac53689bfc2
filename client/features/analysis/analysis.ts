import type { SearchText } from '#client/lib/search-params.ts'
import type { PageSearch } from '#client/lib/use-page-search.ts'
import type { CountingRule } from '#contract/counting-rules.ts'
import type { AnalysisSearch } from './analysis.search.ts'

/** What every chart of the page answers: one filter, one rule. */
export type Analysis = {
  readonly search: PageSearch<AnalysisSearch>
  readonly filter: SearchText
  readonly rule: CountingRule
  /** The filter in words, as it follows a noun: " since January 2024, taken to Lithuania". */
  readonly phrase: string
  /** A destination's name under this filter: "Stayed in Belarus" where nobody was taken there. */
  readonly placeName: (code: string) => string
}
