import type { PageSearch } from '#client/lib/use-page-search.ts'
import type { SearchText } from '#client/lib/search-params.ts'
import type { Overview } from '#contract/stats.ts'
import { LatestEvents, LatestSanctions } from './latest-records.tsx'
import type { OverviewSearch } from './overview.search.ts'
import { ReleasesByPlace } from './releases-by-place.tsx'
import { ReleasesOverTime } from './releases-over-time.tsx'
import styles from './overview.module.css'

/** What stands below the headline: the charts, and the records they are of. It comes after the first load. */
export const OverviewBody = ({
  overview,
  search,
  filter,
  phrase,
  isRanged,
}: {
  /** Undefined until it is answered; the chart over time asks for itself meanwhile. */
  overview: Overview | undefined
  search: PageSearch<OverviewSearch>
  filter: SearchText
  phrase: string
  isRanged: boolean
}) => (
  <>
    <div className={styles.charts}>
      <ReleasesOverTime search={search} filter={filter} phrase={phrase} places={overview?.destinations ?? []} />
      {overview === undefined ? null : <ReleasesByPlace overview={overview} search={search} phrase={phrase} />}
    </div>
    {overview === undefined ? null : (
      <>
        <LatestEvents overview={overview} filter={filter} isRanged={isRanged} />
        <LatestSanctions overview={overview} />
      </>
    )}
  </>
)
