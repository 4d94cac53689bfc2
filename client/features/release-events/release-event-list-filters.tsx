import { DatePresets } from '#client/components/filters/date-presets.tsx'
import { DateRange } from '#client/components/filters/date-range.tsx'
import { FacetChoices } from '#client/components/filters/facet-choices.tsx'
import { SearchField } from '#client/components/filters/search-field.tsx'
import { SourceChoice } from '#client/components/filters/source-choice.tsx'
import { withZeros } from '#client/components/filters/with-zeros.ts'
import { namedFacets } from '#client/components/records/release-event-filters.ts'
import { changed, listFilter, toggled } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import type { PageSearch } from '#client/lib/use-page-search.ts'
import { getReleaseEventFacets } from '#contract/facets.ts'

export const ReleaseEventListFilters = ({ search: { kept, go } }: { search: PageSearch<unknown> }) => {
  const { data } = useAnswer(getReleaseEventFacets, { query: listFilter(kept), keepPrevious: true })
  const { data: whole } = useAnswer(getReleaseEventFacets)
  return (
    <>
      <SearchField label="Words in the event" value={kept['q'] ?? ''} onSearch={(q) => go(changed(kept, { q }))} />
      <DateRange
        from={kept['from'] ?? ''}
        to={kept['to'] ?? ''}
        onChange={({ from, to }) => go(changed(kept, { from, to }))}
      />
      <DatePresets kept={kept} go={go} />
      {namedFacets(withZeros(data?.facets ?? [], whole?.facets ?? [])).map((named) => (
        <FacetChoices key={named.facet.name} {...named} onToggle={(value) => go(toggled(kept, named.facet.name, value))} />
      ))}
      <SourceChoice kept={kept} go={go} />
    </>
  )
}
