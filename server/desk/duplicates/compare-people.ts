import { sexLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import { MATCH_THRESHOLD, type NameScore, type PreparedName, SEARCH_THRESHOLD, scorePrepared } from '../../names/score.ts'

/** A person as far as one can be told from another. */
export type PersonFacts = {
  readonly names: readonly PreparedName[]
  readonly sex: string
  readonly birth: StatedDate
  readonly arrests: readonly { readonly country: string; readonly date: StatedDate }[]
  readonly citizenships: readonly string[]
  readonly occupation: string | null
  readonly events: ReadonlyMap<number, string>
}

export type Comparison = {
  /** 0 to 1; comparable between pairs. Under 0.5 two people have nothing that speaks for one. */
  readonly score: number
  readonly agrees: readonly string[]
  readonly differs: readonly string[]
  readonly nameOnly: boolean
}

/** What one thing says for or against: added to the likeness of the names. */
type Sign = { readonly weight: number; readonly agrees?: string; readonly differs?: string }

/**
 * How much each sign weighs. The names alone reach 0.8 at most; a day of birth that agrees and a
 * day of arrest that agrees lift an equal name to 1; two days of birth that differ, or two
 * sexes, take it under what the queue shows. Set by hand on invented pairs, and tested there.
 */
const weights = {
  nameAlone: 0.8,
  birthDay: 0.15,
  birthFits: 0.06,
  birthDiffers: -0.35,
  arrestDay: 0.1,
  arrestFits: 0.04,
  arrestsDiffer: -0.03,
  country: 0.02,
  countriesDiffer: -0.06,
  sexDiffers: -0.3,
  occupation: 0.03,
  event: 0.04,
} as const

const bestName = (a: PersonFacts, b: PersonFacts): { readonly found: NameScore; readonly a: string; readonly b: string } => {
  let best = { found: { score: 0, why: 'similar', patronymicMissing: false, byInitial: false } as NameScore, a: '', b: '' }
  for (const one of a.names) {
    for (const other of b.names) {
      // A word that one lacks costs more in one direction than in the other: the kinder counts.
      const found = [scorePrepared(one, other), scorePrepared(other, one)].toSorted((x, y) => y.score - x.score)[0]
      if (found && found.score > best.found.score) best = { found, a: one.text, b: other.text }
    }
  }
  return best
}

const nameSign = (a: PersonFacts, b: PersonFacts): Sign => {
  const { found, a: one, b: other } = bestName(a, b)
  const weight = found.score * weights.nameAlone
  if (found.why === 'exact') return { weight, agrees: `The name is written alike: ${one}` }
  if (found.score < SEARCH_THRESHOLD) return { weight, differs: `Names: ${one === '' ? 'none on record' : `${one}; ${other}`}` }
  const close = found.score >= MATCH_THRESHOLD ? 'Names that may be one' : 'Names that resemble each other'
  return { weight, agrees: `${close}: ${one} and ${other}${found.patronymicMissing ? ', a patronymic in one only' : ''}` }
}

const isDay = ({ earliest, latest, edtf }: StatedDate): boolean => earliest !== null && earliest === latest && !/[?~%]/.test(edtf ?? '')
const isKnown = ({ earliest, latest }: StatedDate): boolean => earliest !== null || latest !== null
const overlap = (a: StatedDate, b: StatedDate): boolean =>
  !(a.latest !== null && b.earliest !== null && a.latest < b.earliest) &&
  !(b.latest !== null && a.earliest !== null && b.latest < a.earliest)

const both = (a: StatedDate, b: StatedDate): string =>
  a.edtf === b.edtf ? formatStatedDate(a) : `${formatStatedDate(a)}; ${formatStatedDate(b)}`

const birthSign = (a: PersonFacts, b: PersonFacts): Sign | null => {
  if (!isKnown(a.birth) || !isKnown(b.birth)) return null
  if (!overlap(a.birth, b.birth)) return { weight: weights.birthDiffers, differs: `Born: ${both(a.birth, b.birth)}` }
  const isSure = isDay(a.birth) && isDay(b.birth)
  return { weight: isSure ? weights.birthDay : weights.birthFits, agrees: `Born: ${both(a.birth, b.birth)}${isSure ? '' : ' (can be one day)'}` }
}

const arrestSign = (a: PersonFacts, b: PersonFacts): Sign | null => {
  const known = (person: PersonFacts) => person.arrests.filter(({ date }) => isKnown(date))
  const pairs = known(a).flatMap((one) => known(b).map((other) => ({ one, other })))
  if (pairs.length === 0) return null
  const same = pairs.filter(({ one, other }) => one.country === other.country && overlap(one.date, other.date))
  const sure = same.find(({ one, other }) => isDay(one.date) && isDay(other.date))
  const fits = sure ?? same[0]
  if (fits) {
    return {
      weight: sure ? weights.arrestDay : weights.arrestFits,
      agrees: `Arrested in ${countryName(fits.one.country)}: ${both(fits.one.date, fits.other.date)}${sure ? '' : ' (can be one day)'}`,
    }
  }
  const [first] = pairs
  return first ? { weight: weights.arrestsDiffer, differs: `Arrested: ${both(first.one.date, first.other.date)}` } : null
}

const shared = (a: readonly string[], b: readonly string[]): string[] => [...new Set(a.filter((code) => b.includes(code)))]

const countrySign = (a: PersonFacts, b: PersonFacts): Sign | null => {
  const of = (person: PersonFacts) => [...person.arrests.map(({ country }) => country), ...person.citizenships]
  if (of(a).length === 0 || of(b).length === 0) return null
  const same = shared(of(a), of(b))
  if (same.length > 0) return { weight: weights.country, agrees: `Country: ${same.map(countryName).join(', ')}` }
  const named = (person: PersonFacts) => [...new Set(of(person))].map(countryName).join(', ')
  return { weight: weights.countriesDiffer, differs: `Country: ${named(a)}; ${named(b)}` }
}

const sexSign = (a: PersonFacts, b: PersonFacts): Sign | null => {
  if (a.sex === 'not_stated' || b.sex === 'not_stated' || a.sex === b.sex) return null
  const words = (code: string) => (sexLabels as Readonly<Record<string, string>>)[code]?.toLowerCase() ?? code
  return { weight: weights.sexDiffers, differs: `Sex: ${words(a.sex)} and ${words(b.sex)}` }
}

const occupationSign = (a: PersonFacts, b: PersonFacts): Sign | null =>
  a.occupation !== null && a.occupation.toLowerCase() === b.occupation?.toLowerCase()
    ? { weight: weights.occupation, agrees: `Occupation: ${a.occupation}` }
    : null

const eventSign = (a: PersonFacts, b: PersonFacts): Sign | null => {
  const same = [...a.events].filter(([id]) => b.events.has(id))
  const [first] = same
  return first ? { weight: weights.event, agrees: `Both are named in ${first[1]} (R-${first[0]})${same.length > 1 ? ' and others' : ''}` } : null
}

/** How alike two people are, what agrees and what differs, in words. The order of the two makes no difference to the score. */
export const comparePeople = (a: PersonFacts, b: PersonFacts): Comparison => {
  const name = nameSign(a, b)
  const signs = [birthSign, arrestSign, countrySign, occupationSign, eventSign, sexSign].flatMap((sign) => sign(a, b) ?? [])
  const score = signs.reduce((sum, { weight }) => sum + weight, name.weight)
  return {
    score: Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000,
    agrees: [name, ...signs].flatMap(({ agrees }) => agrees ?? []),
    differs: [name, ...signs].flatMap(({ differs }) => differs ?? []),
    // That two people are of one country is true of nearly all of them.
    nameOnly: name.agrees !== undefined && !signs.some(({ agrees, weight }) => agrees !== undefined && weight > weights.country),
  }
}
