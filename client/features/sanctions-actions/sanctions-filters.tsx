import { DateRange } from '#client/components/filters/date-range.tsx'
import type { ChipRule } from '#client/components/filters/make-chips.ts'
import { SearchField } from '#client/components/filters/search-field.tsx'
import { FilterCheckbox } from '#client/components/filters/filter-checkbox.tsx'
import { SelectField } from '#client/components/forms/text-field.tsx'
import { changed, listIn, toggled } from '#client/lib/search-params.ts'
import type { PageSearch } from '#client/lib/use-page-search.ts'
import { actionLabels, authorityLabels } from '#contract/codes.ts'
import { rangePhrase } from '#contract/sentence.ts'

type Labels = Readonly<Record<string, string>>

const labelIn = (labels: Labels) => (value: string) => labels[value] ?? value

export const sanctionsChips: readonly ChipRule[] = [
  { name: 'q', label: (value) => `Words: ${value}` },
  { name: 'from', label: (value) => `Date:${rangePhrase(value, undefined)}` },
  { name: 'to', label: (value) => `Date:${rangePhrase(undefined, value)}` },
  { name: 'authority', list: true, label: labelIn(authorityLabels) },
  { name: 'action', list: true, label: labelIn(actionLabels) },
  { name: 'commodity', list: true, label: (value) => `Commodity: ${value}` },
  { name: 'id', label: () => 'Only those listed by number' },
  { name: 'linked', label: (value) => (value === 'yes' ? 'Linked to a release' : 'Linked to no release') },
]

export const SanctionsFilters = ({ search: { kept, go } }: { search: PageSearch<unknown> }) => {
  const choices = (name: string, legend: string, labels: Labels) => (
    <fieldset>
      <legend>{legend}</legend>
      {Object.entries(labels).map(([value, label]) => (
        <FilterCheckbox
          key={value}
          label={label}
          checked={listIn(kept, name).includes(value)}
          onChange={() => go(toggled(kept, name, value))}
        />
      ))}
    </fieldset>
  )
  return (
    <>
      <SearchField label="Words in the action" value={kept['q'] ?? ''} onSearch={(q) => go(changed(kept, { q }))} />
      <DateRange
        from={kept['from'] ?? ''}
        to={kept['to'] ?? ''}
        onChange={({ from, to }) => go(changed(kept, { from, to }))}
      />
      <SelectField
        label="Link to a release"
        value={kept['linked'] ?? ''}
        options={[
          { value: '', label: 'Any' },
          { value: 'yes', label: 'Linked by a source' },
          { value: 'no', label: 'Not linked' },
        ]}
        onChange={(event) => go(changed(kept, { linked: event.target.value }))}
      />
      {choices('authority', 'Authority', authorityLabels)}
      {choices('action', 'Action', actionLabels)}
    </>
  )
}
