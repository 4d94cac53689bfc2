import type { SearchText } from '#client/lib/search-params.ts'
import type { Facet } from '#contract/facets.ts'
import { hasWithheld } from './detainee-filters.ts'

/** What can be unknown of a person: the value of each facet that says so. */
const unknowns: readonly { readonly name: string; readonly value: string; readonly title: string }[] = [
  { name: 'status', value: 'unknown', title: 'Where they are is not stated' },
  { name: 'destination', value: 'not_stated', title: 'Released, to where is not stated' },
  { name: 'article', value: 'not_stated', title: 'The charge is not stated' },
  { name: 'sex', value: 'not_stated', title: 'Sex is not stated' },
  { name: 'sex', value: 'unknown', title: 'Sex is not stated' },
  { name: 'occupation', value: 'not_stated', title: 'Occupation is not stated' },
  { name: 'named', value: 'no', title: 'Name withheld' },
]

/** A facet counts as if it chose nothing itself: what the filter has already chosen by says nothing more. */
export const limitsOfPeople = (facets: readonly Facet[], filter: SearchText) => {
  const orWithheld = filter['named'] !== 'yes' && hasWithheld(facets) ? ' or is withheld' : ''
  return unknowns.flatMap(({ name, value, title }) => {
    const count = facets.find((facet) => facet.name === name)?.values.find((one) => one.value === value)?.count ?? 0
    return count === 0 || filter[name] !== undefined ? [] : [{ name, value, title: name === 'named' ? title : `${title}${orWithheld}`, count }]
  })
}

/** Without dates in the filter the undated are in the list: it is the dates that leave them out. */
export const leftOutByDates = (undated: number, isRanged: boolean): number => (isRanged ? undated : 0)
