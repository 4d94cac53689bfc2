import type { Facet } from '#contract/facets.ts'

/** Beyond so many values a facet keeps to those that find something. */
const most = 60

const isNotStated = (value: string): boolean => value === 'not_stated' || value === 'unknown'

/**
 * Facets under a filter, with what only the whole register has at zero: after the values that
 * find something and before "not stated". A reader sees what is there to be found otherwise.
 */
export const withZeros = (facets: readonly Facet[], whole: readonly Facet[]): Facet[] =>
  facets.map((facet) => {
    const known = new Set(facet.values.map(({ value }) => value))
    const absent = (whole.find(({ name }) => name === facet.name)?.values ?? []).filter(({ value }) => !known.has(value))
    if (absent.length === 0 || known.size + absent.length > most) return facet
    const all = [...facet.values, ...absent.map(({ value }) => ({ value, count: 0, chosen: false }))]
    const rank = ({ value, count }: Facet['values'][number]) => (count === 0 ? 1 : 0) + (isNotStated(value) ? 2 : 0)
    return { ...facet, values: all.toSorted((a, b) => rank(a) - rank(b)) }
  })
