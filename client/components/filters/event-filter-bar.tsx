import type { SearchText } from '#client/lib/search-params.ts'
import { changed, toggled } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { getReleaseEventFacets } from '#contract/facets.ts'
import { namedFacets } from '../records/release-event-filters.ts'
import { DatePresets } from './date-presets.tsx'
import { DateRange } from './date-range.tsx'
import { FacetPicker } from './facet-picker.tsx'
import { FilterBar } from './filter-bar.tsx'
import { SourceChoice } from './source-choice.tsx'
import styles from './filters.module.css'

/** The one filter of release events as a bar above what it chooses. */
export const EventFilterBar = ({
  label,
  kept,
  filter,
  go,
}: {
  label: string
  kept: SearchText
  /** What of the search the API takes as filter. */
  filter: SearchText
  go: (next: SearchText) => void
}) => {
  const facets = useAnswer(getReleaseEventFacets, { query: filter, keepPrevious: true })
  return (
    <FilterBar label={label}>
      <div className={styles.dates}>
        <DateRange from={kept['from'] ?? ''} to={kept['to'] ?? ''} onChange={({ from, to }) => go(changed(kept, { from, to }))} />
        <DatePresets kept={kept} go={go} />
      </div>
      {namedFacets(facets.data?.facets ?? []).map((named) => (
        <FacetPicker key={named.facet.name} {...named} onToggle={(value) => go(toggled(kept, named.facet.name, value))} />
      ))}
      <SourceChoice kept={kept} go={go} />
    </FilterBar>
  )
}
