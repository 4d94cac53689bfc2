import { foldText } from './fold.ts'
import { namePartsOf, type NamePart } from './key.ts'
import { readingsOf } from './readings.ts'
import { wordSimilarity } from './word-similarity.ts'

/** Why a candidate was found: the same text; the same letters without case, marks and order; the same keys; or keys that resemble each other. */
type MatchReason = 'exact' | 'same_letters' | 'same_key' | 'similar'

export type NameScore = {
  /** 0 (nothing in common) to 1 (the same text). Comparable between candidates of one query. */
  readonly score: number
  readonly why: MatchReason
  /** One of the two has a patronymic and the other has none. */
  readonly patronymicMissing: boolean
  /** A word matched only by its initial. */
  readonly byInitial: boolean
}

/** From here on two names may be one person's, for a human to decide; the false-match rate is measured at it. */
export const MATCH_THRESHOLD = 0.86
/** Below this a candidate is not worth showing as a hit. */
export const SEARCH_THRESHOLD = 0.6

/** A name read once, so that a list can be scored without reading each name again. */
export type PreparedName = { readonly text: string; readonly folded: string; readonly readings: ReadonlyArray<readonly NamePart[]> }

export const prepareName = (text: string): PreparedName => ({
  text: text.normalize('NFC').trim(),
  folded: foldText(text).split(' ').toSorted().join(' '),
  readings: readingsOf(text).map(namePartsOf),
})

type Pair = { readonly a: NamePart; readonly b: NamePart; readonly similarity: number; readonly initial: boolean }

/** The best words of one name for the words of the other, each used once, best pairs first. */
const align = (query: readonly NamePart[], candidate: readonly NamePart[]): readonly Pair[] => {
  const pairs: Pair[] = []
  for (const a of query) for (const b of candidate) pairs.push({ a, b, ...wordSimilarity(a, b) })
  pairs.sort((x, y) => y.similarity - x.similarity)
  const used = new Set<NamePart>()
  return pairs.filter(({ a, b, similarity }) => {
    if (similarity === 0 || used.has(a) || used.has(b)) return false
    used.add(a).add(b)
    return true
  })
}

const PATRONYMIC_WEIGHT = 0.5
const MISSING_PATRONYMIC = 0.01
const MISSING_NAME = 0.12
/** Two patronymics with nothing in common say that these are two people. */
const OTHER_PATRONYMIC = 0.5

const combined = (query: readonly NamePart[], candidate: readonly NamePart[], pairs: readonly Pair[]): number => {
  let sum = 0
  let weight = 0
  let worst = 1
  const matched = new Set<NamePart>()
  for (const { a, b, similarity } of pairs) {
    matched.add(a).add(b)
    const share = a.patronymic || b.patronymic ? PATRONYMIC_WEIGHT : 1
    sum += share * similarity
    weight += share
    worst = Math.min(worst, share === 1 ? similarity : 0.5 + 0.5 * similarity)
  }
  const alone = (parts: readonly NamePart[], patronymic: boolean): number =>
    parts.filter((part) => part.patronymic === patronymic && !matched.has(part)).length
  const fathers = [alone(query, true), alone(candidate, true)] as const
  if (fathers[0] > 0 && fathers[1] > 0) worst = Math.min(worst, OTHER_PATRONYMIC)
  const strangers = alone(query, false)
  if (strangers > 0) worst = 0
  const penalty = MISSING_PATRONYMIC * (fathers[0] + fathers[1]) + MISSING_NAME * Math.min(3, alone(candidate, false))
  return pairs.length === 0 ? 0 : Math.max(0, (sum / (weight + strangers) + worst) / 2 - penalty)
}

const hasPatronymic = (parts: readonly NamePart[]): boolean => parts.some((part) => part.patronymic)

const compareReadings = (query: readonly NamePart[], candidate: readonly NamePart[]): NameScore => {
  const pairs = align(query, candidate)
  return {
    score: Math.min(0.99, combined(query, candidate, pairs)),
    why: pairs.length > 0 && pairs.every(({ a, b }) => a.key === b.key) ? 'same_key' : 'similar',
    patronymicMissing: hasPatronymic(query) !== hasPatronymic(candidate),
    byInitial: pairs.some((pair) => pair.initial),
  }
}

/** `scoreNames` for names already prepared. */
export const scorePrepared = (query: PreparedName, candidate: PreparedName): NameScore => {
  const sure = { patronymicMissing: false, byInitial: false }
  if (query.text !== '' && query.text === candidate.text) return { score: 1, why: 'exact', ...sure }
  if (query.folded !== '' && query.folded === candidate.folded) return { score: 0.995, why: 'same_letters', ...sure }
  let best: NameScore = { score: 0, why: 'similar', ...sure }
  for (const a of query.readings)
    for (const b of candidate.readings) {
      const found = compareReadings(a, b)
      if (found.score > best.score) best = found
    }
  return best
}

/**
 * How well a candidate's name answers a query: words in any order, a missing patronymic and a
 * missing given name forgiven, initials and one typo or transposition a word too. Two different
 * patronymics or surnames keep a pair under `MATCH_THRESHOLD`. Not symmetric: a word of the query
 * that the candidate lacks costs more than the reverse.
 */
export const scoreNames = (query: string, candidate: string): NameScore =>
  scorePrepared(prepareName(query), prepareName(candidate))
