import { counted, formatNumber } from './charts/format-count.ts'
import { inSentence } from './charts/place-words.ts'
import { authorityLabels, basisLabels, populationLabels } from './codes.ts'
import { daysInMonth } from './dates/civil-day.ts'
import { monthName } from './dates/english-months.ts'
import type { ReleaseEventFilter } from './release-events.ts'

/*
 * A filter in plain words. The sentence is heading, page title, chart title and file name, so
 * that one filter reads the same wherever it is met.
 */

/** "23 release events from Belarus since January 2024, taken to Lithuania or Ukraine". Without a number: "Release events …". */
export const releaseEventsSentence = (filter: ReleaseEventFilter, events?: number, releasedIn?: readonly string[]): string =>
  `${subject(events, 'release event', 'release events')}${releaseEventPhrase(filter, releasedIn)}`

/**
 * What follows the noun: " from Belarus since January 2024, taken to Lithuania"; empty without a
 * filter. `releasedIn` are the countries that the events are known to be of.
 */
export const releaseEventPhrase = (filter: ReleaseEventFilter, releasedIn: readonly string[] = filter.country ?? []): string =>
  [
    filter.country ? ` from ${eitherOf(filter.country.map(inSentence))}` : '',
    rangePhrase(filter.from, filter.to),
    filter.destination && !filter.pinned ? `, ${destinationPhrase(filter.destination, releasedIn)}` : '',
    filter.basis ? `, ${basisPhrase(filter.basis)}` : '',
    filter.sanctionsAuthority ? `, linked to sanctions of ${authoritiesPhrase(filter.sanctionsAuthority)}` : '',
    filter.population ? `, counting ${eitherOf(filter.population.map(populationPhrase))}` : '',
    filter.named?.length === 1 && !filter.pinned ? (filter.named.includes('yes') ? ', with someone on record' : ', with nobody on record') : '',
    filter.source && !filter.pinned ? `, as SRC-${filter.source} alone tells it` : '',
    filter.id && !filter.pinned ? byNumber : '',
    filter.pinned ? `${byNumber}${numbersPhrase(filter, releasedIn)}` : '',
    filter.q ? `, matching “${filter.q}”` : '',
  ].join('')

/** Of listed events a place and a source say which numbers are added up: nothing is said of the events themselves. */
const numbersPhrase = ({ destination, source }: ReleaseEventFilter, releasedIn: readonly string[]): string => {
  const parts = [
    ...(destination ? [destinationPhrase(destination, releasedIn)] : []),
    ...(source ? [`as SRC-${source} alone tells it`] : []),
  ]
  return parts.length === 0 ? '' : `; numbers: ${parts.join(', ')}`
}

/** " since January 2024", " until 9 March 2025", " in 2024", " on 3 July 2024"; empty without a range. */
export const rangePhrase = (from: string | undefined, to: string | undefined): string => {
  if (from === undefined && to === undefined) return ''
  if (to === undefined) return ` since ${startWords(from ?? '')}`
  if (from === undefined) return ` until ${endWords(to)}`
  if (from === to) return ` on ${dayWords(from)}`
  const isWholeYears = from.endsWith('-01-01') && to.endsWith('-12-31')
  if (isWholeYears) {
    const years = [from.slice(0, 4), to.slice(0, 4)]
    return years[0] === years[1] ? ` in ${years[0]}` : ` from ${years[0]} to ${years[1]}`
  }
  const isWholeMonth = from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && isMonthEnd(to)
  if (isWholeMonth) return ` in ${monthWords(from)}`
  return ` from ${from.endsWith('-01') && isMonthEnd(to) ? monthWords(from) : dayWords(from)} to ${
    from.endsWith('-01') ? endWords(to) : dayWords(to)
  }`
}

/** "Lithuania", "Lithuania or Ukraine", "Lithuania, Poland or Ukraine". */
export const eitherOf = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** A view that names its records one by one, as a citation of a search does. */
export const byNumber = ', listed by number'

export const subject = (count: number | undefined, one: string, many: string): string =>
  count === undefined ? `${many.charAt(0).toUpperCase()}${many.slice(1)}` : count === 0 ? `No ${many}` : counted(count, one, many)

/** Nobody is taken to where they are: the releasing country reads "stayed in", or both where it is open which. */
export const destinationPhrase = (codes: readonly string[], releasedIn: readonly string[]): string => {
  const places = codes.filter((code) => code !== 'not_stated')
  const stayed = places.filter((code) => releasedIn.length === 1 && releasedIn[0] === code)
  const taken = places.filter((code) => !stayed.includes(code))
  return eitherOf([
    ...(taken.length === 0 ? [] : [`taken to ${eitherOf(taken.map(inSentence))}`]),
    ...stayed.map((code) => `stayed in ${inSentence(code)}`),
    ...(codes.includes('not_stated') ? ['destination not stated'] : []),
  ])
}

const basisPhrase = (codes: readonly (keyof typeof basisLabels)[]): string =>
  `basis: ${eitherOf(codes.map((code) => lower(basisLabels[code])))}`

const populationPhrase = (code: keyof typeof populationLabels): string =>
  code === 'not_stated' ? 'people not stated which' : lower(populationLabels[code])

export const authoritiesPhrase = (codes: readonly (keyof typeof authorityLabels)[]): string =>
  eitherOf(codes.map((code) => (withArticle.has(code) ? `the ${authorityLabels[code]}` : code === 'other' ? 'another authority' : authorityLabels[code])))
const withArticle = new Set<keyof typeof authorityLabels>(['US', 'EU', 'UK', 'UN'])

export const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

const dayWords = (day: string): string => `${Number(day.slice(8))} ${monthWords(day)}`
const monthWords = (day: string): string => `${monthName(Number(day.slice(5, 7)))} ${day.slice(0, 4)}`
const startWords = (day: string): string => (day.endsWith('-01') ? monthWords(day) : dayWords(day))
const endWords = (day: string): string => (isMonthEnd(day) ? monthWords(day) : dayWords(day))
const isMonthEnd = (day: string): boolean =>
  Number(day.slice(8)) === daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))

/** The sentence as a file's name: letters, digits and hyphens, at most 80 of them. */
export const fileNameOf = (sentence: string): string =>
  sentence
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')

/** "864 releases of prisoners, as reported": the unit said with the number. */
export const releasesUnit = (best: number): string =>
  `${formatNumber(best)} ${best === 1 ? 'release' : 'releases'} of prisoners, as reported`
