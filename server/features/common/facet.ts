import type { Facet } from '#contract/facets.ts'

export type FacetRow = { readonly value: string | null; readonly count: number }

type FacetParts = {
  readonly name: string
  readonly multiple: boolean
  readonly total: number
  readonly rows: readonly FacetRow[]
  readonly chosen: readonly string[]
}

/** Values by count, then by name; "not stated" last; a chosen value is listed even at zero. */
export const facetOf = ({ name, multiple, total, rows, chosen }: FacetParts): Facet => {
  const counts = new Map(chosen.map((value) => [value, 0]))
  for (const row of rows) counts.set(row.value ?? 'not_stated', row.count)
  const isNotStated = (value: string) => Number(value === 'not_stated' || value === 'unknown')
  return {
    name,
    multiple,
    total,
    values: [...counts]
      .map(([value, count]) => ({ value, count, chosen: chosen.includes(value) }))
      .toSorted(
        (a, b) =>
          isNotStated(a.value) - isNotStated(b.value) || b.count - a.count || (a.value < b.value ? -1 : 1),
      ),
  }
}
