import { authorityLabels, basisLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import { rangePhrase } from '#contract/sentence.ts'
import type { ChipRule } from '../filters/make-chips.ts'

type Labels = Readonly<Record<string, string>>

const labelIn = (labels: Labels) => (value: string) => labels[value] ?? 'Not stated'

/** How each facet of release events is headed, and how its values read. */
export const releaseEventFacets: Readonly<Record<string, { legend: string; label: (value: string) => string }>> = {
  destination: { legend: 'Taken to', label: countryName },
  country: { legend: 'Released by', label: countryName },
  basis: { legend: 'Basis', label: labelIn(basisLabels) },
  sanctionsAuthority: { legend: 'Linked sanctions of', label: labelIn(authorityLabels) },
}

/** The chips of the one filter of release events. */
export const releaseEventChips: readonly ChipRule[] = [
  { name: 'q', label: (value) => `Words: ${value}` },
  { name: 'from', label: (value) => `Date:${rangePhrase(value, undefined)}` },
  { name: 'to', label: (value) => `Date:${rangePhrase(undefined, value)}` },
  { name: 'destination', list: true, label: (value) => `To: ${countryName(value)}` },
  { name: 'country', list: true, label: (value) => `Released by: ${countryName(value)}` },
  { name: 'basis', list: true, label: (value) => `Basis: ${labelIn(basisLabels)(value)}` },
  { name: 'sanctionsAuthority', list: true, label: (value) => `Sanctions: ${labelIn(authorityLabels)(value)}` },
  { name: 'source', label: (value) => `Only what ${value.startsWith('SRC-') ? value : `SRC-${value}`} says` },
]
