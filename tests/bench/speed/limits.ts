import { type Measured, shareOfExpress } from './measure-door.ts'
import type { AtDesk } from './measure-desk.ts'
import type { QuestionName } from './questions.ts'

/*
 * What the speed of this register is held to. Every figure is a ratio of two that were measured in
 * one run, so that it says the same on a slow machine.
 */

/** What was measured at one size, answers worked out each time and answers kept. */
export type Size = {
  readonly detainees: number
  readonly worked: readonly Measured[]
  readonly kept: readonly Measured[]
}

export type Ratio = {
  readonly what: string
  readonly at: string
  readonly value: number
  /** Null: shown, and asked at another size. */
  readonly limit: number | null
  /** `least`: the value is to be at or above the limit. */
  readonly is: 'least' | 'most'
}

type Rule = Pick<Ratio, 'what' | 'is'> & { readonly limit: number; readonly of: (size: Size) => number }

const of = (measured: readonly Measured[], name: QuestionName): Measured => {
  const found = measured.find((one) => one.name === name)
  if (!found) throw new Error(`${name} was not measured`)
  return found
}
const alone = (size: Size, name: QuestionName): number => of(size.worked, name).alone.p50
const page = (size: Size): number => alone(size, 'filtered page of 50')

const searches: readonly QuestionName[] = ['search: 2 letters', 'search: two words', 'search: Cyrillic', 'search: misspelt']
const slowestSearch = (size: Size): number => Math.max(...searches.map((name) => of(size.worked, name).alone.p99))

/** What one size is asked; larger ones are shown beside it. */
const askedAt = 100_000

/** Held at 100,000 people. */
const rules: readonly Rule[] = [
  { what: 'one record, of Express', is: 'least', limit: 0.5, of: ({ worked }) => shareOfExpress(of(worked, 'one record')) },
  {
    what: 'filtered page, of its statements',
    is: 'most',
    limit: 1.5,
    of: ({ worked }) => of(worked, 'filtered page of 50').alone.p50 / (of(worked, 'filtered page of 50').inProcess ?? Number.NaN),
  },
  { what: 'page 1,000, of the first page', is: 'most', limit: 1.2, of: (size) => alone(size, 'page 1,000 by cursor') / alone(size, 'first page') },
  { what: 'slowest search (p99), of a page', is: 'most', limit: 10, of: (size) => slowestSearch(size) / page(size) },
  { what: 'facets, of a page', is: 'most', limit: 2, of: (size) => alone(size, 'facets under a filter') / page(size) },
  { what: 'per month and country, of a page', is: 'most', limit: 1, of: (size) => alone(size, 'per month and country') / page(size) },
  { what: 'slowest kept answer, of Express', is: 'least', limit: 0.6, of: ({ kept }) => Math.min(...kept.map(shareOfExpress)) },
]

type Growth = { readonly what: string; readonly limit: number; readonly of: (size: Size) => number }

/** From the smallest register to the largest of the run. */
const growths: readonly Growth[] = [
  { what: 'one record', limit: 1.5, of: (size) => alone(size, 'one record') },
  { what: 'filtered page', limit: 4, of: page },
  { what: 'page 1,000', limit: 1.5, of: (size) => alone(size, 'page 1,000 by cursor') },
  { what: 'slowest search (p99)', limit: 8, of: slowestSearch },
  { what: 'facets', limit: 10, of: (size) => alone(size, 'facets under a filter') },
  { what: 'per month and country', limit: 3, of: (size) => alone(size, 'per month and country') },
  // Of Express, because answers of another size are compared.
  { what: 'slowest kept answer, of Express', limit: 1.2, of: ({ kept }) => 1 / Math.min(...kept.map(shareOfExpress)) },
]

/** What readers meet while an edition is published. */
const publishingOf = (atDesk: readonly AtDesk[]): readonly Ratio[] =>
  atDesk.flatMap(({ detainees, publishing }) =>
    publishing === null
      ? []
      : [{ what: 'a page (p99) while publishing, of before', at: detainees.toLocaleString('en'), value: publishing.during / publishing.before, limit: 2, is: 'most' as const }],
  )

export const ratiosOf = (sizes: readonly Size[], atDesk: readonly AtDesk[]): readonly Ratio[] => {
  const smallest = sizes[0]
  const largest = sizes.at(-1)
  if (!smallest || !largest) return []
  return [
    ...sizes
      .filter(({ detainees }) => detainees >= askedAt)
      .flatMap((size) =>
        rules.map(({ what, is, limit, of: value }) => ({
          what,
          is,
          limit: size.detainees === askedAt ? limit : null,
          value: value(size),
          at: size.detainees.toLocaleString('en'),
        })),
      ),
    ...(smallest === largest ? [] : growths).map(({ what, limit, of: value }) => ({
      what: `${what}, growth`,
      is: 'most' as const,
      limit,
      value: value(largest) / value(smallest),
      at: `${smallest.detainees.toLocaleString('en')} → ${largest.detainees.toLocaleString('en')}`,
    })),
    ...publishingOf(atDesk),
  ]
}

export const isMet = ({ is, value, limit }: Ratio): boolean => limit === null || (is === 'least' ? value >= limit : value <= limit)

/** By more than half again: what a noisy machine does not explain. */
export const isBroken = ({ is, value, limit }: Ratio): boolean => limit !== null && !(is === 'least' ? value >= limit / 1.5 : value <= limit * 1.5)
