import type { ChipRule } from '#client/components/filters/make-chips.ts'
import type { Facet } from '#contract/facets.ts'
import { sexLabels, statusLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import { rangePhrase } from '#contract/sentence.ts'

const labelIn = (labels: Readonly<Record<string, string>>) => (value: string) => labels[value] ?? 'Not stated'
const orNotStated = (value: string): string => (value === 'not_stated' ? 'Not stated' : value)
const naming = { yes: 'Named', no: 'Name withheld' }

export const detaineeFacets: Readonly<Record<string, { legend: string; label: (value: string) => string }>> = {
  status: { legend: 'Status', label: labelIn(statusLabels) },
  destination: { legend: 'Destination', label: countryName },
  country: { legend: 'Held or released by', label: countryName },
  sex: { legend: 'Sex', label: labelIn(sexLabels) },
  occupation: { legend: 'Occupation', label: orNotStated },
  article: { legend: 'Charged under', label: orNotStated },
  named: { legend: 'Name', label: labelIn(naming) },
}

/**
 * The words of a value where the register has people whose name is withheld: an edition keeps
 * nothing else of them, so they are counted with those of whom no source says it.
 */
export const withWithheld =
  (label: (value: string) => string, facets: readonly Facet[]) =>
  (value: string): string =>
    (value === 'not_stated' || value === 'unknown') && hasWithheld(facets) ? `${label(value)} or withheld` : label(value)

export const hasWithheld = (facets: readonly Facet[]): boolean =>
  facets.some(({ name, values }) => name === 'named' && values.some(({ value, count }) => value === 'no' && count > 0))

/** `named` takes one value, the other facets a list. */
export const isListFacet = (name: string): boolean => name !== 'named'

export const detaineeChips: readonly ChipRule[] = [
  { name: 'q', label: (value) => `Words: ${value}` },
  { name: 'arrestedFrom', label: (value) => `Arrested${rangePhrase(value, undefined)}` },
  { name: 'arrestedTo', label: (value) => `Arrested${rangePhrase(undefined, value)}` },
  { name: 'releasedFrom', label: (value) => `Released${rangePhrase(value, undefined)}` },
  { name: 'releasedTo', label: (value) => `Released${rangePhrase(undefined, value)}` },
  ...Object.entries(detaineeFacets).map(([name, { legend, label }]) => ({
    name,
    list: isListFacet(name),
    label: (value: string) => `${legend}: ${label(value)}`,
  })),
  { name: 'source', label: (value) => `In source ${value}` },
  { name: 'id', label: () => 'Only those listed by number' },
]
