import { DateRange } from '#client/components/filters/date-range.tsx'
import { FacetPicker } from '#client/components/filters/facet-picker.tsx'
import { FilterBar } from '#client/components/filters/filter-bar.tsx'
import { namedFacets } from '#client/components/records/release-event-filters.ts'
import { type SearchText, changed, toggled } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import type { PageSearch } from '#client/lib/use-page-search.ts'
import { getReleaseEventFacets } from '#contract/facets.ts'

const shown = new Set(['destination', 'country'])

export const OverviewFilters = ({ search: { kept, go }, filter }: { search: PageSearch<unknown>; filter: SearchText }) => {
  const { data } = useAnswer(getReleaseEventFacets, { query: filter, keepPrevious: true })
  return (
    <FilterBar label="Filter the overview">
      <DateRange
        from={kept['from'] ?? ''}
        to={kept['to'] ?? ''}
        onChange={({ from, to }) => go(changed(kept, { from, to }))}
      />
      {namedFacets(data?.facets ?? [])
        .filter(({ facet }) => shown.has(facet.name))
        .map((named) => (
          <FacetPicker key={named.facet.name} {...named} onToggle={(value) => go(toggled(kept, named.facet.name, value))} />
        ))}
    </FilterBar>
  )
}
