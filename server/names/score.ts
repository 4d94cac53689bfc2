import { foldText } from './fold.ts'
import { namePartsOf, type NamePart } from './key.ts'
import { wordSimilarity } from './word-similarity.ts'

/** Why a candidate was found: the same text; the same letters without case, marks and order; the same keys; or keys that resemble each other. */
export type MatchReason = 'exact' | 'same_letters' | 'same_key' | 'similar'

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
export const MATCH_THRESHOLD = 0.88
/** Below this a candidate is not worth showing as a hit. */
export const SEARCH_THRESHOLD = 0.6

/** A name read once, so that a list can be scored without reading each name again. */
export type PreparedName = { readonly text: string; readonly folded: string; readonly parts: readonly NamePart[] }

export const prepareName = (text: string): PreparedName => ({
  text: text.normalize('NFC').trim(),
  folded: foldText(text).split(' ').toSorted().join(' '),
  parts: namePartsOf(text),
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

const combined = (query: PreparedName, candidate: PreparedName, pairs: readonly Pair[]): number => {
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
  let penalty = 0
  const patronymicsOf = (name: PreparedName): number => name.parts.filter((part) => part.patronymic && !matched.has(part)).length
  const namesOf = (name: PreparedName): number => name.parts.filter((part) => !part.patronymic && !matched.has(part)).length
  const lost = patronymicsOf(query)
  const extra = patronymicsOf(candidate)
  if (lost > 0 && extra > 0) worst = Math.min(worst, 0.5)
  else penalty += MISSING_PATRONYMIC * (lost + extra)
  const strangers = namesOf(query)
  weight += strangers
  if (strangers > 0) worst = 0
  penalty += MISSING_NAME * Math.min(3, namesOf(candidate))
  return weight === 0 ? 0 : Math.max(0, (sum / weight + worst) / 2 - penalty)
}

const reasonFor = (pairs: readonly Pair[]): MatchReason =>
  pairs.length > 0 && pairs.every(({ a, b }) => a.key === b.key) ? 'same_key' : 'similar'

/** `scoreNames` for names already prepared. */
export const scorePrepared = (query: PreparedName, candidate: PreparedName): NameScore => {
  const pairs = align(query.parts, candidate.parts)
  const hasPatronymic = (name: PreparedName): boolean => name.parts.some((part) => part.patronymic)
  const about = {
    patronymicMissing: hasPatronymic(query) !== hasPatronymic(candidate),
    byInitial: pairs.some((pair) => pair.initial),
  }
  if (query.text !== '' && query.text === candidate.text) return { score: 1, why: 'exact', ...about }
  if (query.folded !== '' && query.folded === candidate.folded) return { score: 0.995, why: 'same_letters', ...about }
  return { score: Math.min(0.99, combined(query, candidate, pairs)), why: reasonFor(pairs), ...about }
}

/**
 * How well a candidate's name answers a query: words in any order, a missing patronymic and a
 * missing given name forgiven, initials and one typo or transposition a word too. Two different
 * patronymics or surnames keep a pair under `MATCH_THRESHOLD`. Not symmetric: a word of the query
 * that the candidate lacks costs more than the reverse.
 */
export const scoreNames = (query: string, candidate: string): NameScore =>
  scorePrepared(prepareName(query), prepareName(candidate))
