import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DateRange } from '#client/components/filters/date-range.tsx'
import { FacetPicker } from '#client/components/filters/facet-picker.tsx'
import { FilterBar } from '#client/components/filters/filter-bar.tsx'
import { SelectField } from '#client/components/forms/text-field.tsx'
import { namedFacets } from '#client/components/records/release-event-filters.ts'
import { changed, toggled } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { getReleaseEventFacets } from '#contract/facets.ts'
import { listSources } from '#contract/sources.ts'
import type { Analysis } from './analysis.ts'
import { datePresets } from './date-presets.ts'
import styles from './analysis.module.css'

/** The one filter of release events, for all of the page. */
export const AnalysisFilters = ({ analysis: { search, filter } }: { analysis: Analysis }) => {
  const { kept, go } = search
  const [presets] = useState(() => datePresets(new Date().toISOString().slice(0, 10)))
  const facets = useAnswer(getReleaseEventFacets, { query: filter, keepPrevious: true })
  return (
    <FilterBar label="Filter every chart">
      <div className={styles.dates}>
        <DateRange from={kept['from'] ?? ''} to={kept['to'] ?? ''} onChange={({ from, to }) => go(changed(kept, { from, to }))} />
        <ul className={styles.presets} aria-label="Usual dates">
          {presets.map(({ label, from, to }) => (
            <li key={label}>
              <Link
                to="."
                search={changed(kept, { from, to })}
                resetScroll={false}
                {...(kept['from'] === from && kept['to'] === to ? { 'aria-current': 'true' as const } : {})}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      {namedFacets(facets.data?.facets ?? []).map((named) => (
        <FacetPicker key={named.facet.name} {...named} onToggle={(value) => go(toggled(kept, named.facet.name, value))} />
      ))}
      <SourceChoice kept={kept} onChange={(source) => go(changed(kept, { source }))} />
    </FilterBar>
  )
}

const SourceChoice = ({ kept, onChange }: { kept: Readonly<Record<string, string>>; onChange: (source: string) => void }) => {
  const { data } = useAnswer(listSources, { query: { limit: 200 } })
  const chosen = (kept['source'] ?? '').replace('SRC-', '')
  const sources = data?.data ?? []
  return (
    <div className={styles.source}>
      <SelectField
        label="As one source tells it"
        value={chosen}
        onChange={(event) => onChange(event.target.value)}
        options={[
          { value: '', label: 'All sources' },
          ...sources.map(({ id, ref, title, publisher }) => ({
            value: String(id),
            label: `${ref} ${publisher ?? title ?? ''}`.trim(),
          })),
          // A source beyond the first two hundred is still the one that is chosen.
          ...(chosen === '' || sources.some(({ id }) => String(id) === chosen) ? [] : [{ value: chosen, label: `SRC-${chosen}` }]),
        ]}
      />
    </div>
  )
}
