import type { MedianDays } from '#contract/pivot.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { Bounds } from './liberty.rules.ts'
import { type Life, findLives } from './lives.queries.ts'
import { type Fact, type PeopleFacts, idsOf } from './people-facts.queries.ts'

/** Days in detention before a release, at the least and at the most. */
export type Days = { readonly lowest: number; readonly highest: number }

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Days from one civil day to another, the first not counted. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/**
 * From arrest to release. The arrest is the last on record that can have come before the
 * release; null where it or the release has an open side.
 */
export const daysDetained = (release: Bounds, arrests: readonly Bounds[]): Days | null => {
  const { earliest, latest } = release
  if (earliest === null || latest === null) return null
  const before = arrests
    .filter((arrest) => arrest.earliest === null || arrest.earliest <= latest)
    .toSorted((a, b) => ((a.latest ?? '9999') < (b.latest ?? '9999') ? 1 : -1))
  const arrest = before[0]
  if (!arrest || arrest.earliest === null || arrest.latest === null) return null
  return {
    lowest: Math.max(0, daysBetween(arrest.latest, earliest)),
    highest: daysBetween(arrest.earliest, latest),
  }
}

export type DaysOf = (fact: Fact) => Days | null

const daysIn = (lives: ReadonlyMap<number, Life>): DaysOf => {
  const known = new Map<Fact, Days | null>()
  return (fact) => {
    const days = known.get(fact)
    if (days !== undefined) return days
    const arrests = lives.get(fact.person)?.detentions.map(({ arrest }) => arrest) ?? []
    const found = daysDetained(fact.event.date, arrests)
    known.set(fact, found)
    return found
  }
}

/** The days before each of these releases. */
export const findDaysDetained = async (file: RecordFile, people: PeopleFacts): Promise<DaysOf> =>
  daysIn(await findLives(file.db, idsOf(people)))

const median = (numbers: readonly number[]): number | null => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle]
  if (high === undefined) return null
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2
}

/** The median lies between that of the shortest and that of the longest times: each is as far as all can move one way. */
export const medianDays = (facts: readonly Fact[], daysOf: DaysOf): MedianDays => {
  const known = facts.flatMap((fact) => daysOf(fact) ?? [])
  return {
    lowest: median(known.map(({ lowest }) => lowest)),
    highest: median(known.map(({ highest }) => highest)),
    of: known.length,
    notKnown: facts.length - known.length,
  }
}

/** Those of whom a rule speaks for certain: a median has no place for "perhaps". */
export const surelyCounted = ({ events, facts }: PeopleFacts): PeopleFacts => ({
  events,
  facts: facts.filter(({ surely }) => surely),
})
