import { CiteButton } from '#client/components/citations/cite-button.tsx'
import { SearchField } from '#client/components/filters/search-field.tsx'
import { FilterBar } from '#client/components/filters/filter-bar.tsx'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { ListCounts } from '#client/components/records/list-counts.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { Pager } from '#client/components/table/pager.tsx'
import { SortSelect } from '#client/components/table/sort-select.tsx'
import { changed } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { getSourceExports } from '#contract/exports.ts'
import { sourcesSentence } from '#contract/record-sentences.ts'
import { listSources } from '#contract/sources.ts'
import { SourceTable, sourceColumns } from './source-table.tsx'

export const SourcesPage = () => {
  const { kept, value, dropped, go } = usePageSearch(listSources.query)
  const sources = useAnswer(listSources, { query: kept, keepPrevious: true })
  const title = sourcesSentence(value, sources.data?.page.total)
  const sorted = {
    sort: value.sort,
    onSort: (sort: string) => go(changed(kept, { sort: sort === '-published' ? undefined : sort })),
  }
  return (
    <>
      <PageHeading title={title}>
        <p>Every value of the register names the source that says it. A copy of another source adds no independent word.</p>
      </PageHeading>
      <DroppedNotice dropped={dropped} kept={kept} />
      <FilterBar label="Filter the sources">
        <SearchField label="Words in the source" value={kept['q'] ?? ''} onSearch={(q) => go(changed(kept, { q }))} />
      </FilterBar>
      <Answered query={sources} what="the sources">
        {({ data, page }) => (
          <>
            <ListCounts
              page={page}
              isRanged={false}
              noun="source"
              title={title}
              endpoint={listSources}
              sizes={getSourceExports}
              kept={kept}
            >
              <SortSelect columns={sourceColumns} {...sorted} />
              <CiteButton kept={kept} of="this list" />
            </ListCounts>
            {data.length === 0 ? (
              <Empty title="No source is known under these words." />
            ) : (
              <SourceTable caption={title} rows={data} {...sorted} />
            )}
            <Pager page={page} shown={data.length} kept={kept} go={go} />
          </>
        )}
      </Answered>
    </>
  )
}
