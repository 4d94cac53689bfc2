import { Link } from '@tanstack/react-router'
import { Suspense, lazy } from 'react'
import { CiteButton } from '#client/components/citations/cite-button.tsx'
import { buttonClass } from '#client/components/forms/button.tsx'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { LivePart } from '#client/components/layout/live-part.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { PrintNote } from '#client/components/records/print-note.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Loading } from '#client/components/states/loading.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { releaseEventPhrase } from '#contract/sentence.ts'
import { getOverview } from '#contract/stats.ts'
import { Headline } from './headline.tsx'
import styles from './overview.module.css'
import { filterOf, overviewSearch } from './overview.search.ts'

const OverviewBody = lazy(async () => ({ default: (await import('./overview-body.tsx')).OverviewBody }))

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
      <PrintNote title={title} />
      <Answered query={overview} what="the overview">
        {(data) => (
          <div className={styles.lead}>
            <Headline overview={data} filter={filter} isRanged={isRanged(filter)} />
            <LivePart>
              <CiteButton kept={search.kept} />{' '}
              <Link to="/analysis" search={{ ...filter, vs: 'all' }} className={buttonClass('normal', true)} data-screen-only="">
                Compare
              </Link>
            </LivePart>
          </div>
        )}
      </Answered>
      <Suspense fallback={<Loading what="the filters and charts" />}>
        <OverviewBody overview={overview.data} search={search} filter={filter} phrase={phrase} isRanged={isRanged(filter)} />
      </Suspense>
    </>
  )
}

const isRanged = (filter: Readonly<Record<string, string>>): boolean =>
  filter['from'] !== undefined || filter['to'] !== undefined
