import { CiteButton } from '#client/components/citations/cite-button.tsx'
import { Chips } from '#client/components/filters/chips.tsx'
import { FilteredList } from '#client/components/filters/filtered-list.tsx'
import { makeChips, withoutFilter } from '#client/components/filters/make-chips.ts'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { ListCounts } from '#client/components/records/list-counts.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { chosenColumns, withoutColumns } from '#client/components/table/choose-columns.ts'
import { ColumnsPicker } from '#client/components/table/columns-picker.tsx'
import { DataTable } from '#client/components/table/data-table.tsx'
import { Pager } from '#client/components/table/pager.tsx'
import { SortSelect } from '#client/components/table/sort-select.tsx'
import { changed } from '#client/lib/search-params.ts'
import { sharedNames } from '#client/lib/tell-apart.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { listDetainees } from '#contract/detainees.ts'
import { getDetaineeExports } from '#contract/exports.ts'
import { detaineesSentence } from '#contract/record-sentences.ts'
import { detaineeColumns } from './detainee-columns.tsx'
import { detaineeChips } from './detainee-filters.ts'
import { DetaineeLimits } from './detainee-limits.tsx'
import { DetaineeListFilters } from './detainee-list-filters.tsx'
import { defaultColumns, detaineesSearch } from './detainees.search.ts'
import { leftOutByDates } from './people-limits.ts'

export const DetaineesPage = () => {
  const search = usePageSearch(detaineesSearch)
  const { kept, value, go } = search
  const people = useAnswer(listDetainees, { query: withoutColumns(kept), keepPrevious: true })
  const isRanged = [value.releasedFrom, value.releasedTo, value.arrestedFrom, value.arrestedTo].some(
    (day) => day !== undefined,
  )
  const sentence = detaineesSentence(value, people.data?.page.total)
  const all = detaineeColumns(isRanged, sharedNames(people.data?.data ?? []))
  const columns = chosenColumns(all, value.columns, defaultColumns)
  const sorted = {
    sort: value.sort,
    onSort: (sort: string) => go(changed(kept, { sort: sort === 'name' ? undefined : sort })),
  }
  return (
    <>
      <PageHeading title={sentence}>
        <p>People known to be, or to have been, held for political reasons, as far as the sources of the register name them.</p>
      </PageHeading>
      <DroppedNotice dropped={search.dropped} kept={kept} />
      <FilteredList filters={<DetaineeListFilters search={search} />}>
        <Chips chips={makeChips(kept, detaineeChips)} clear={withoutFilter(kept, detaineeChips)} />
        <Answered query={people} what="the detainees">
          {({ data, page }) => (
            <>
              <ListCounts
                page={page}
                isRanged={isRanged}
                noun="detainee"
                title={sentence}
                endpoint={listDetainees}
                sizes={getDetaineeExports}
                kept={kept}
              >
                <SortSelect columns={all} {...sorted} />
                <ColumnsPicker all={all} shown={columns} defaults={defaultColumns} kept={kept} go={go} />
                <CiteButton kept={kept} of="this list" />
              </ListCounts>
              {data.length === 0 ? (
                <Empty title="Nobody is known under this filter.">Take a filter away to see more.</Empty>
              ) : (
                <DataTable caption={sentence} captionHidden columns={columns} rows={data} rowKey={({ id }) => id} {...sorted} />
              )}
              <Pager page={page} shown={data.length} kept={kept} go={go} />
              <DetaineeLimits kept={kept} undated={leftOutByDates(page.undated, isRanged)} />
            </>
          )}
        </Answered>
      </FilteredList>
    </>
  )
}
