import { CiteButton } from '#client/components/citations/cite-button.tsx'
import { Chips } from '#client/components/filters/chips.tsx'
import { FilteredList } from '#client/components/filters/filtered-list.tsx'
import { makeChips, withoutFilter } from '#client/components/filters/make-chips.ts'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { ListCounts } from '#client/components/records/list-counts.tsx'
import { SanctionsActionTable } from '#client/components/records/sanctions-action-table.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { Pager } from '#client/components/table/pager.tsx'
import { SortSelect } from '#client/components/table/sort-select.tsx'
import { changed } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { counted } from '#contract/charts/format-count.ts'
import { getSanctionsActionExports } from '#contract/exports.ts'
import { listSanctionsActions } from '#contract/sanctions-actions.ts'
import { sanctionsActionsSentence } from '#contract/record-sentences.ts'
import { SanctionsFilters, sanctionsChips } from './sanctions-filters.tsx'

/** What the list can be sorted by, where its headings are not shown. */
const sortable = [{ label: 'Date', sort: { ascending: 'date', descending: '-date' } }]

export const SanctionsActionsPage = () => {
  const search = usePageSearch(listSanctionsActions.query)
  const { kept, value, go } = search
  const actions = useAnswer(listSanctionsActions, { query: kept, keepPrevious: true })
  const isRanged = value.from !== undefined || value.to !== undefined
  const sentence = sanctionsActionsSentence(value, actions.data?.page.total)
  const sorted = {
    sort: value.sort,
    onSort: (sort: string) => go(changed(kept, { sort: sort === '-date' ? undefined : sort })),
  }
  return (
    <>
      <PageHeading title={sentence}>
        <p>
          Acts and announcements about sanctions, as sources report them.{' '}
          {actions.data === undefined || actions.data.acts === actions.data.page.total
            ? ''
            : `Some are records of the same act: they are ${counted(actions.data.acts, 'distinct act', 'distinct acts')}. `}
          A link to a release is what a source says; never that one caused the other.
        </p>
      </PageHeading>
      <DroppedNotice dropped={search.dropped} kept={kept} />
      <FilteredList filters={<SanctionsFilters search={search} />}>
        <Chips chips={makeChips(kept, sanctionsChips)} clear={withoutFilter(kept, sanctionsChips)} />
        <Answered query={actions} what="the sanctions actions">
          {({ data, page }) => (
            <>
              <ListCounts
                page={page}
                isRanged={isRanged}
                noun="sanctions action"
                title={sentence}
                endpoint={listSanctionsActions}
                sizes={getSanctionsActionExports}
                kept={kept}
              >
                <SortSelect columns={sortable} {...sorted} />
                <CiteButton kept={kept} of="this list" />
              </ListCounts>
              {data.length === 0 ? (
                <Empty title="No sanctions action is known under this filter.">Take a filter away to see more.</Empty>
              ) : (
                <SanctionsActionTable
                  caption={sentence}
                  rows={data}
                  isRanged={isRanged}
                  {...sorted}
                />
              )}
              <Pager page={page} shown={data.length} kept={kept} go={go} />
            </>
          )}
        </Answered>
      </FilteredList>
    </>
  )
}
