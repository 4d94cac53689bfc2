import { DateRange } from '#client/components/filters/date-range.tsx'
import { FacetChoices } from '#client/components/filters/facet-choices.tsx'
import { SearchField } from '#client/components/filters/search-field.tsx'
import { withZeros } from '#client/components/filters/with-zeros.ts'
import { destinationLabel } from '#client/components/records/release-event-filters.ts'
import { changed, listFilter, toggled } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import type { PageSearch } from '#client/lib/use-page-search.ts'
import { getDetaineeFacets } from '#contract/detainee-facets.ts'
import { detaineeFacets, isListFacet, withWithheld } from './detainee-filters.ts'

export const DetaineeListFilters = ({ search: { kept, go } }: { search: PageSearch<unknown> }) => {
  const { data } = useAnswer(getDetaineeFacets, {
    query: listFilter(kept),
    keepPrevious: true,
  })
  const { data: whole } = useAnswer(getDetaineeFacets)
  const destination = destinationLabel(whole?.facets ?? [])
  const choose = (name: string, value: string) =>
    go(isListFacet(name) ? toggled(kept, name, value) : changed(kept, { [name]: kept[name] === value ? undefined : value }))
  return (
    <>
      <SearchField label="Name or words" value={kept['q'] ?? ''} onSearch={(q) => go(changed(kept, { q }))} />
      <DateRange
        from={kept['releasedFrom'] ?? ''}
        to={kept['releasedTo'] ?? ''}
        fromLabel="Released from"
        toLabel="Released to"
        onChange={({ from, to }) => go(changed(kept, { releasedFrom: from, releasedTo: to }))}
      />
      <DateRange
        from={kept['arrestedFrom'] ?? ''}
        to={kept['arrestedTo'] ?? ''}
        fromLabel="Arrested from"
        toLabel="Arrested to"
        onChange={({ from, to }) => go(changed(kept, { arrestedFrom: from, arrestedTo: to }))}
      />
      {withZeros(data?.facets ?? [], whole?.facets ?? []).map((facet) => (
        <FacetChoices
          key={facet.name}
          facet={facet}
          legend={detaineeFacets[facet.name]?.legend ?? facet.name}
          label={withWithheld(facet.name === 'destination' ? destination : (detaineeFacets[facet.name]?.label ?? String), whole?.facets ?? [])}
          onToggle={(value) => choose(facet.name, value)}
        />
      ))}
    </>
  )
}
