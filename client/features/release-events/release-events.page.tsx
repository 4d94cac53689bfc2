import { CiteButton } from '#client/components/citations/cite-button.tsx'
import { Chips } from '#client/components/filters/chips.tsx'
import { FilteredList } from '#client/components/filters/filtered-list.tsx'
import { makeChips, withoutFilter } from '#client/components/filters/make-chips.ts'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { LimitsPanel } from '#client/components/limits/limits-panel.tsx'
import { ListCounts } from '#client/components/records/list-counts.tsx'
import { releaseEventChips } from '#client/components/records/release-event-filters.ts'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { chosenColumns, withoutColumns } from '#client/components/table/choose-columns.ts'
import { ColumnsPicker } from '#client/components/table/columns-picker.tsx'
import { DataTable } from '#client/components/table/data-table.tsx'
import { Pager } from '#client/components/table/pager.tsx'
import { SortSelect } from '#client/components/table/sort-select.tsx'
import { changed, listFilter } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { getReleaseEventExports } from '#contract/exports.ts'
import { listReleaseEvents } from '#contract/release-events.ts'
import { releaseEventsSentence } from '#contract/sentence.ts'
import { allColumns, defaultColumns, releaseEventsSearch } from './release-event-columns.tsx'
import { ReleaseEventListFilters } from './release-event-list-filters.tsx'

export const ReleaseEventsPage = () => {
  const search = usePageSearch(releaseEventsSearch)
  const { kept, value, go } = search
  const events = useAnswer(listReleaseEvents, { query: withoutColumns(kept), keepPrevious: true })
  const isRanged = value.from !== undefined || value.to !== undefined
  const sentence = releaseEventsSentence(value, events.data?.page.total)
  const all = allColumns(isRanged)
  const columns = chosenColumns(all, value.columns, defaultColumns)
  const sorted = {
    sort: value.sort,
    onSort: (sort: string) => go(changed(kept, { sort: sort === '-date' ? undefined : sort })),
  }
  return (
    <>
      <PageHeading title={sentence} />
      <DroppedNotice dropped={search.dropped} kept={kept} />
      <FilteredList filters={<ReleaseEventListFilters search={search} />}>
        <Chips chips={makeChips(kept, releaseEventChips)} clear={withoutFilter(kept, releaseEventChips)} />
        <Answered query={events} what="the release events">
          {({ data, page }) => (
            <>
              <ListCounts
                page={page}
                isRanged={isRanged}
                noun="release event"
                title={sentence}
                endpoint={listReleaseEvents}
                sizes={getReleaseEventExports}
                kept={kept}
              >
                <SortSelect columns={all} {...sorted} />
                <ColumnsPicker all={all} shown={columns} defaults={defaultColumns} kept={kept} go={go} />
                <CiteButton kept={kept} of="this list" />
              </ListCounts>
              {data.length === 0 ? (
                <Empty title="No release event is known under this filter.">Take a filter away to see more.</Empty>
              ) : (
                <DataTable caption={sentence} captionHidden columns={columns} rows={data} rowKey={({ id }) => id} {...sorted} />
              )}
              <Pager page={page} shown={data.length} kept={kept} go={go} />
              <LimitsPanel filter={listFilter(kept)} />
            </>
          )}
        </Answered>
      </FilteredList>
    </>
  )
}
