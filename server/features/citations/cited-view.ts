import type { DestinationFilter } from '#contract/destinations.ts'
import type { DetaineeFilter } from '#contract/detainees.ts'
import { getPivot } from '#contract/pivot.ts'
import type { SanctionsActionFilter } from '#contract/sanctions-actions.ts'
import type { SearchQuery } from '#contract/search.ts'
import type { SourceFilter } from '#contract/sources.ts'
import { getHeld } from '#contract/stats-held.ts'
import { getLimits } from '#contract/stats-limits.ts'
import { getLinks } from '#contract/stats-links.ts'
import { getNamedAndUnnamed } from '#contract/stats-named.ts'
import { getPeopleStats } from '#contract/stats-people.ts'
import { getCumulative, getFlows } from '#contract/stats-series.ts'
import { getOverview, getReleaseStats } from '#contract/stats.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { Counted } from '../stats/counted.ts'

/** What says which numbers each statistic has. The overview and the analysis are pages; the others are of the API. */
export const statistics = {
  overview: getOverview.query,
  analysis: getOverview.query,
  'stats/releases': getReleaseStats.query,
  'stats/pivot': getPivot.query,
  'stats/cumulative': getCumulative.query,
  'stats/flows': getFlows.query,
  'stats/named': getNamedAndUnnamed.query,
  'stats/links': getLinks.query,
  'stats/people': getPeopleStats.query,
  'stats/held': getHeld.query,
  'stats/limits': getLimits.query,
} as const

export type Statistic = keyof typeof statistics

/** How numbers are put together or drawn, by the names of the parameters: `by`, `split`, `measure`. */
export type How = Readonly<Record<string, unknown>>

/** What is cited: a list under its filter, a statistic, a search, or one record. */
export type CitedView =
  | { readonly kind: Statistic; readonly filter: Counted; readonly how: How }
  | { readonly kind: 'release-events'; readonly filter: ReleaseEventFilter }
  | { readonly kind: 'detainees'; readonly filter: DetaineeFilter }
  | { readonly kind: 'sanctions-actions'; readonly filter: SanctionsActionFilter }
  | { readonly kind: 'sources'; readonly filter: SourceFilter }
  | { readonly kind: 'destinations'; readonly filter: DestinationFilter }
  | { readonly kind: 'search'; readonly filter: Pick<SearchQuery, 'q' | 'found' | 'exact'> }
  | { readonly kind: 'release-event'; readonly id: number; readonly filter: { readonly source?: number | undefined } }
  | { readonly kind: 'detainee' | 'sanctions-action' | 'source'; readonly id: number }
  | { readonly kind: 'destination'; readonly code: string }

export type StatisticView = Extract<CitedView, { readonly kind: Statistic }>

/** A view, the edition it is pinned to (null: the newest), and what its link keeps of how it is shown. */
export type CitedAddress = {
  readonly view: CitedView
  readonly edition: number | null
  readonly shown: Readonly<Record<string, string>>
}
