import { expect, test } from 'vitest'
import { withZeros } from '#client/components/filters/with-zeros.ts'
import type { Facet } from '#contract/facets.ts'

const facet = (counts: Readonly<Record<string, number>>): Facet => ({
  name: 'status',
  multiple: false,
  total: 0,
  values: Object.entries(counts).map(([value, count]) => ({ value, count, chosen: false })),
})
const counts = (facets: readonly Facet[]) => facets.map(({ values }) => values.map(({ value, count }) => `${value} ${count}`))

test('a value that finds nothing under the filter is shown at zero, after those that do and before "not stated"', () => {
  const under = [facet({ released: 4, not_stated: 1 })]
  const whole = [facet({ released: 9, exiled: 3, serving_sentence: 2, not_stated: 5, unknown: 1 })]
  expect(counts(withZeros(under, whole))).toEqual([['released 4', 'exiled 0', 'serving_sentence 0', 'not_stated 1', 'unknown 0']])
})

test('until the whole register has answered, and where it has too many values, the facet is as it is', () => {
  const under = [facet({ released: 4 })]
  expect(withZeros(under, [])).toEqual(under)
  const many = facet(Object.fromEntries(Array.from({ length: 70 }, (_, number) => [`value ${number}`, 1])))
  expect(withZeros(under, [many])).toEqual(under)
})
