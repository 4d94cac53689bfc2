import { Chips } from '#client/components/filters/chips.tsx'
import { makeChips, withoutFilter } from '#client/components/filters/make-chips.ts'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { releaseEventChips } from '#client/components/records/release-event-filters.ts'
import { Answered } from '#client/components/states/answered.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { releaseEventPhrase } from '#contract/sentence.ts'
import { getOverview } from '#contract/stats.ts'
import { Headline } from './headline.tsx'
import { LatestEvents, LatestSanctions } from './latest-records.tsx'
import { OverviewFilters } from './overview-filters.tsx'
import { filterOf, overviewSearch } from './overview.search.ts'
import { ReleasesByPlace } from './releases-by-place.tsx'
import { ReleasesOverTime } from './releases-over-time.tsx'
import styles from './overview.module.css'

/** One question, every view of it: the filter in the address chooses what all of the page counts. */
export const OverviewPage = () => {
  const search = usePageSearch(overviewSearch)
  const filter = filterOf(search.kept)
  const overview = useAnswer(getOverview, { query: filter, keepPrevious: true })
  const phrase = releaseEventPhrase(search.value)
  const title = phrase === '' ? 'Prisoners released, each number with its source' : `Prisoners released${phrase}`
  return (
    <>
      <PageHeading title={title} tab={phrase === '' ? 'Overview' : title} />
      <DroppedNotice dropped={search.dropped} kept={search.kept} />
      <Answered query={overview} what="the overview">
        {(data) => <Headline overview={data} filter={filter} isRanged={isRanged(filter)} />}
      </Answered>
      <OverviewFilters search={search} filter={filter} />
      <Chips chips={makeChips(search.kept, releaseEventChips)} clear={withoutFilter(search.kept, releaseEventChips)} />
      <div className={styles.charts}>
        <ReleasesOverTime
          search={search}
          filter={filter}
          phrase={phrase}
          places={overview.data?.destinations ?? []}
        />
        {overview.data === undefined ? null : (
          <ReleasesByPlace overview={overview.data} search={search} phrase={phrase} />
        )}
      </div>
      {overview.data === undefined ? null : (
        <>
          <LatestEvents overview={overview.data} filter={filter} isRanged={isRanged(filter)} />
          <LatestSanctions overview={overview.data} />
        </>
      )}
    </>
  )
}

const isRanged = (filter: Readonly<Record<string, string>>): boolean =>
  filter['from'] !== undefined || filter['to'] !== undefined
