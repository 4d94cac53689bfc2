import fc from 'fast-check'
import { type CountingRule, countingRules } from '#contract/counting-rules.ts'

/*
 * Random filters over the invented register, as the query of an address.
 */

const day = fc
  .record({ year: fc.integer({ min: 1985, max: 2026 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ year, month, day: number }) => `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`)

const some = (values: readonly string[], most = 2) =>
  fc.subarray([...values], { minLength: 1, maxLength: most }).map((chosen) => chosen.join(','))

/** fast-check leaves one in `oneIn` out; one in one would leave out all of them. */
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>, oneIn: number) => fc.option(arbitrary, { nil: undefined, freq: oneIn })

const range = maybe(fc.tuple(maybe(day, 5), maybe(day, 5)), 2).map((days): { from?: string; to?: string } => {
  const [from, to] = days ?? []
  if (from !== undefined && to !== undefined && from > to) return { from: to, to: from }
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
})

export type Values = { readonly [name: string]: readonly string[] }

/** Filters of up to three choices, made of values that occur, so that most of them find something. */
export const randomFilter = (values: Values): fc.Arbitrary<Record<string, string>> => {
  const choices = fc
    .subarray(Object.keys(values), { maxLength: 3 })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, some(values[name] ?? [])]))))
  return fc.tuple(range, choices).map(([days, chosen]) => ({ ...days, ...chosen }))
}

export const addressOf = (path: string, filter: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(filter).toString()
  return query === '' ? path : `${path}?${query}`
}

/** `source` and `q` take one value each. */
export const single = (filter: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [name, ['source', 'q'].includes(name) ? (value.split(',')[0] ?? value) : value]),
  )

/** Filters of release events over the invented register. */
export const eventFilter: fc.Arbitrary<Record<string, string>> = randomFilter({
  destination: ['LT', 'PL', 'UA', 'DE', 'XV', 'not_stated'],
  country: ['XV', 'BV', 'HM', 'AQ'],
  basis: ['pardon', 'amnesty', 'negotiated_release', 'not_stated'],
  sanctionsAuthority: ['US', 'EU', 'UK'],
  population: ['prisoners', 'political_prisoners', 'detainees', 'not_stated'],
  named: ['yes', 'no'],
  source: ['SRC-1', 'SRC-2', 'SRC-3', 'SRC-9'],
  id: ['1', 'R-2', '3', '7', '11', '900'],
  q: ['xv', 'velmaria', 're', 'pardon'],
}).map(single)

export const countingRule: fc.Arbitrary<CountingRule> = fc.constantFrom(...(Object.keys(countingRules) as CountingRule[]))

/** One or two of these, no one twice. */
export const oneOrTwo = <Name extends string>(names: readonly Name[]): fc.Arbitrary<readonly Name[]> =>
  fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 })
