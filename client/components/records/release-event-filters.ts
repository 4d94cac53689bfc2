import { inSentence } from '#contract/charts/place-words.ts'
import { authorityLabels, basisLabels, populationLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import type { Facet } from '#contract/facets.ts'
import { rangePhrase } from '#contract/sentence.ts'
import type { ChipRule } from '../filters/make-chips.ts'

type Labels = Readonly<Record<string, string>>

const labelIn = (labels: Labels) => (value: string) => labels[value] ?? 'Not stated'

const namingLabels = { yes: 'Someone is on record', no: 'Nobody is on record' } as const

/** How each facet of release events is headed, and how its values read. */
const releaseEventFacets: Readonly<Record<string, { legend: string; label: (value: string) => string }>> = {
  destination: { legend: 'Destination', label: countryName },
  country: { legend: 'Released by', label: countryName },
  basis: { legend: 'Basis', label: labelIn(basisLabels) },
  sanctionsAuthority: { legend: 'Linked sanctions of', label: labelIn(authorityLabels) },
  population: { legend: 'Who is counted', label: labelIn(populationLabels) },
  named: { legend: 'People on record', label: labelIn(namingLabels) },
}

/**
 * A destination in words. The country that releases is no place people are taken to: there they
 * stayed, or, where several countries release, may have come from another.
 */
export const destinationLabel = (facets: readonly Facet[]) => (code: string): string => {
  const releasing = facets.find(({ name }) => name === 'country')?.values.map(({ value }) => value) ?? []
  if (!releasing.includes(code)) return countryName(code)
  return releasing.length === 1 ? `stayed in ${inSentence(code)}` : `${countryName(code)}, stayed or taken there`
}

/** The facets of release events as the page shows them, in the order the server gives. */
export const namedFacets = (facets: readonly Facet[]): { facet: Facet; legend: string; label: (value: string) => string }[] => {
  const label = destinationLabel(facets)
  return facets.map((facet) => ({
    facet,
    ...(releaseEventFacets[facet.name] ?? { legend: facet.name, label: String }),
    ...(facet.name === 'destination' ? { label } : {}),
  }))
}

/** The chips of the one filter of release events. */
export const releaseEventChips: readonly ChipRule[] = [
  { name: 'q', label: (value) => `Words: ${value}` },
  { name: 'from', label: (value) => `Date:${rangePhrase(value, undefined)}` },
  { name: 'to', label: (value) => `Date:${rangePhrase(undefined, value)}` },
  { name: 'destination', list: true, label: (value) => `Destination: ${countryName(value)}` },
  { name: 'country', list: true, label: (value) => `Released by: ${countryName(value)}` },
  { name: 'basis', list: true, label: (value) => `Basis: ${labelIn(basisLabels)(value)}` },
  { name: 'sanctionsAuthority', list: true, label: (value) => `Sanctions: ${labelIn(authorityLabels)(value)}` },
  { name: 'population', list: true, label: (value) => `Counts: ${labelIn(populationLabels)(value)}` },
  { name: 'named', list: true, label: labelIn(namingLabels) },
  { name: 'source', label: (value) => `Only what ${value.startsWith('SRC-') ? value : `SRC-${value}`} says` },
  { name: 'id', label: () => 'Only those listed by number' },
  { name: 'pinned', label: () => 'Only those listed in the link' },
]
