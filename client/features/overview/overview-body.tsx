import { useLinkedChart } from '#client/components/charts/use-linked-chart.ts'
import { Chips } from '#client/components/filters/chips.tsx'
import { EventFilterBar } from '#client/components/filters/event-filter-bar.tsx'
import { makeChips, withoutFilter } from '#client/components/filters/make-chips.ts'
import { LimitsPanel } from '#client/components/limits/limits-panel.tsx'
import { releaseEventChips } from '#client/components/records/release-event-filters.ts'
import { OverTime } from '#client/components/release-charts/over-time.tsx'
import { PlacesChart } from '#client/components/release-charts/places-chart.tsx'
import type { Question } from '#client/components/release-charts/question.ts'
import type { SearchText } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import type { PageSearch } from '#client/lib/use-page-search.ts'
import { destinationNamer } from '#contract/charts/destination-names.ts'
import type { Overview } from '#contract/stats.ts'
import { getFlows } from '#contract/stats-series.ts'
import { LatestEvents, LatestSanctions } from './latest-records.tsx'
import type { OverviewSearch } from './overview.search.ts'
import styles from './overview.module.css'

/** What stands below the headline: the filters, the charts, and the records they are of. It comes after the first load. */
export const OverviewBody = ({
  overview,
  search,
  filter,
  phrase,
  isRanged,
}: {
  /** Undefined until it is answered; the charts ask for themselves meanwhile. */
  overview: Overview | undefined
  search: PageSearch<OverviewSearch>
  filter: SearchText
  phrase: string
  isRanged: boolean
}) => {
  useLinkedChart()
  const flows = useAnswer(getFlows, { query: filter, keepPrevious: true })
  const question: Question<OverviewSearch> = {
    search,
    filter,
    phrase,
    side: null,
    rule: 'as_reported',
    linkTo: (next) => next,
    placeName: destinationNamer(flows.data?.flows ?? []),
  }
  return (
    <>
      <EventFilterBar label="Filter the overview" kept={search.kept} filter={filter} go={search.go} />
      <Chips chips={makeChips(search.kept, releaseEventChips)} clear={withoutFilter(search.kept, releaseEventChips)} />
      <LimitsPanel filter={filter} />
      <div className={styles.charts}>
        <OverTime question={question} />
        <PlacesChart question={question} flows={flows} />
      </div>
      {overview === undefined ? null : (
        <>
          <LatestEvents overview={overview} filter={filter} isRanged={isRanged} />
          <LatestSanctions overview={overview} />
        </>
      )}
    </>
  )
}
