import { Chips } from '#client/components/filters/chips.tsx'
import { FilteredList } from '#client/components/filters/filtered-list.tsx'
import { makeChips, withoutFilter } from '#client/components/filters/make-chips.ts'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { ListCounts } from '#client/components/records/list-counts.tsx'
import { releaseEventChips } from '#client/components/records/release-event-filters.ts'
import { ReleaseEventTable } from '#client/components/records/release-event-table.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { Pager } from '#client/components/table/pager.tsx'
import { changed } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { listReleaseEvents } from '#contract/release-events.ts'
import { releaseEventsSentence } from '#contract/sentence.ts'
import { ReleaseEventListFilters } from './release-event-list-filters.tsx'

export const ReleaseEventsPage = () => {
  const search = usePageSearch(listReleaseEvents.query)
  const { kept, value, go } = search
  const events = useAnswer(listReleaseEvents, { query: kept, keepPrevious: true })
  const isRanged = value.from !== undefined || value.to !== undefined
  const sentence = releaseEventsSentence(value, events.data?.page.total)
  return (
    <>
      <PageHeading title={sentence} />
      <DroppedNotice dropped={search.dropped} kept={kept} />
      <FilteredList filters={<ReleaseEventListFilters search={search} />}>
        <Chips chips={makeChips(kept, releaseEventChips)} clear={withoutFilter(kept, releaseEventChips)} />
        <Answered query={events} what="the release events">
          {({ data, page }) => (
            <>
              <ListCounts page={page} isRanged={isRanged} noun="release event" endpoint={listReleaseEvents} kept={kept} />
              {data.length === 0 ? (
                <Empty title="No release event is known under this filter.">Take a filter away to see more.</Empty>
              ) : (
                <ReleaseEventTable
                  caption={sentence}
                  rows={data}
                  isRanged={isRanged}
                  sort={value.sort}
                  onSort={(sort) => go(changed(kept, { sort: sort === '-date' ? undefined : sort }))}
                />
              )}
              <Pager page={page} shown={data.length} kept={kept} />
            </>
          )}
        </Answered>
      </FilteredList>
    </>
  )
}
