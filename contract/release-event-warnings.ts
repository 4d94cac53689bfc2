import { counted, formatNumber } from './charts/format-count.ts'
import { countryName } from './countries.ts'
import { formatStatedDate } from './dates/format-date.ts'
import { readDate } from './dates/read-date.ts'
import type { StatedDate } from './dates/stated-date.ts'
import { isAfterDay, isBefore, typedWords } from './dates/typed-days.ts'

/** What of a release event can look impossible, as it is typed or as a write body has it. */
export type WarnedEvent = {
  /** As typed, here and in `published`. */
  readonly date: string
  readonly sources: readonly { readonly name: string; readonly published: string }[]
  readonly counts: readonly {
    readonly dimension: string
    readonly relation: string
    readonly qualifier: string
    /** Null while it is not typed. */
    readonly best: number | null
    readonly highest: number | null
    readonly state: string
  }[]
  /** How many are named, and the names of those the register does not have yet. */
  readonly named: number
  readonly newNames: readonly string[]
  readonly people: readonly {
    readonly name: string
    /** Codes; null where not stated. */
    readonly destination: string | null
    readonly destinationState: string
    readonly onwardCountry: string | null
    /** As typed. */
    readonly onward: string
  }[]
}

type WarnedCount = WarnedEvent['counts'][number]

const dateOf = (typed: string): StatedDate | null => {
  const read = readDate(typed)
  return 'problem' in read ? null : read.date
}

/** The most that a count can mean; null where it has no upper end. */
const mostOf = ({ qualifier, best, highest }: WarnedCount): number | null => {
  if (qualifier === 'at_least') return null
  return qualifier === 'about' || qualifier === 'range' ? highest : best
}

/** The least that a count can mean, where parts are added up; a part with no lower end counts nothing. */
const leastOf = ({ qualifier, best }: WarnedCount): number => (qualifier === 'exact' || qualifier === 'at_least' ? (best ?? 0) : 0)

const parts = {
  destination: 'destinations',
  nationality: 'nationalities',
  sex: 'sexes',
  offence_group: 'groups of offences',
} as const

const dateWarnings = ({ date, sources }: WarnedEvent, today: string): string[] => {
  const when = dateOf(date)
  const earliest = when?.earliest ?? null
  if (when === null || earliest === null) return []
  const words = formatStatedDate(when)
  return [
    ...(earliest > today ? [`The release is dated ${words}, which is still to come.`] : []),
    ...sources.flatMap(({ name, published }) => {
      const said = dateOf(published)
      return said !== null && said.latest !== null && said.latest < earliest
        ? [`The release is dated ${words}, after its source was published: ${name}, ${formatStatedDate(said)}.`]
        : []
    }),
  ]
}

const countWarnings = ({ counts, named }: WarnedEvent): string[] => {
  const used = counts.filter(({ state }) => state === 'used')
  const total = used.find(({ dimension }) => dimension === 'total')
  const most = total === undefined ? null : mostOf(total)
  if (most === null) return []
  const sums = Object.entries(parts).flatMap(([dimension, words]) => {
    const cells = used.filter((count) => count.dimension === dimension && count.relation === 'partition')
    const sum = cells.reduce((all, count) => all + leastOf(count), 0)
    return sum > most ? [`The ${words} add up to ${formatNumber(sum)}, more than the total of ${formatNumber(most)}.`] : []
  })
  const are = named === 1 ? 'is' : 'are'
  return named > most
    ? [...sums, `${counted(named, 'person', 'people')} ${are} named, more than the total of ${formatNumber(most)}.`]
    : sums
}

const nameWarnings = ({ newNames }: WarnedEvent): string[] => {
  const plain = newNames.map((name) => name.trim().replace(/\s+/g, ' ').toLowerCase())
  const twice = newNames.filter((_, index) => plain[index] !== '' && plain.indexOf(plain[index] ?? '') < index)
  return [...new Set(twice)].map((name) => `${name.trim()} is added as a new person twice.`)
}

const onwardWarnings = ({ date, people }: WarnedEvent, today: string): string[] =>
  people.flatMap(({ name, destination, destinationState, onwardCountry, onward }) => {
    if (onwardCountry === null) return []
    return [
      ...(isBefore(onward, date) ? [`${name} was taken on to ${countryName(onwardCountry)}, ${typedWords(onward)}, before the release: ${typedWords(date)}.`] : []),
      ...(isAfterDay(onward, today) ? [`${name} was taken on to ${countryName(onwardCountry)}, ${typedWords(onward)}, which is still to come.`] : []),
      ...(onwardCountry === destination ? [`${name} was taken on to where they were taken already: ${countryName(onwardCountry)}.`] : []),
      ...(destinationState === 'refused_departure' ? [`${name} refused to leave, but was taken on to ${countryName(onwardCountry)}.`] : []),
    ]
  })

/**
 * What cannot well be so in a release event, a sentence each: nothing here is refused, since a
 * source may say it. `today` is `YYYY-MM-DD`. The form shows it and the reviewer reads it again.
 */
export const releaseEventWarnings = (event: WarnedEvent, today: string): string[] => [
  ...dateWarnings(event, today),
  ...countWarnings(event),
  ...nameWarnings(event),
  ...onwardWarnings(event, today),
]

/** The day in UTC, `YYYY-MM-DD`. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)
