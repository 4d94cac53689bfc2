import { Chips } from '#client/components/filters/chips.tsx'
import { makeChips, withoutFilter } from '#client/components/filters/make-chips.ts'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { releaseEventChips } from '#client/components/records/release-event-filters.ts'
import { changed } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { destinationNamer } from '#contract/charts/destination-names.ts'
import { releaseEventPhrase } from '#contract/sentence.ts'
import { getFlows } from '#contract/stats-series.ts'
import type { Analysis } from './analysis.ts'
import { AnalysisFilters } from './analysis-filters.tsx'
import { analysisSearch, filterOf } from './analysis.search.ts'
import { HeldChart } from './held-chart.tsx'
import { LinksChart } from './links-chart.tsx'
import { NamedChart } from './named-chart.tsx'
import { OverTime } from './over-time.tsx'
import { PeopleChart } from './people-chart.tsx'
import { PivotChart } from './pivot-chart.tsx'
import { PlacesChart } from './places-chart.tsx'
import { RuleChoice } from './rule-choice.tsx'
import { useLinkedChart } from './use-linked-chart.ts'
import { WhichEvents } from './which-events.tsx'
import styles from './analysis.module.css'

/** One question and every view of it: filter and rule stand in the address and drive all charts. */
export const AnalysisPage = () => {
  const search = usePageSearch(analysisSearch)
  const { kept, value, go } = search
  useLinkedChart()
  const phrase = releaseEventPhrase(value)
  const filter = filterOf(kept)
  const flows = useAnswer(getFlows, { query: { ...filter, rule: value.rule }, keepPrevious: true })
  const placeName = destinationNamer(flows.data?.flows ?? [])
  const analysis: Analysis = { search, filter, rule: value.rule, phrase, placeName }
  const title = phrase === '' ? 'Analysis of all releases' : `Analysis of releases${phrase}`
  return (
    <>
      <PageHeading title={title} tab={phrase === '' ? 'Analysis' : title} />
      <DroppedNotice dropped={search.dropped} kept={kept} />
      <AnalysisFilters analysis={analysis} />
      <Chips chips={makeChips(kept, releaseEventChips)} clear={withoutFilter(kept, releaseEventChips)} />
      <WhichEvents filter={filter} />
      <RuleChoice rule={value.rule} onChange={(rule) => go(changed(kept, { rule: rule === 'as_reported' ? undefined : rule }))} />
      <div className={styles.charts}>
        <PivotChart analysis={analysis} />
        <OverTime analysis={analysis} />
        <NamedChart analysis={analysis} />
        <PlacesChart analysis={analysis} flows={flows} />
        <LinksChart analysis={analysis} />
        <PeopleChart analysis={analysis} />
        <HeldChart analysis={analysis} />
      </div>
    </>
  )
}
