import { indexKey } from '#server/names/key.ts'
import { MATCH_THRESHOLD, SEARCH_THRESHOLD, prepareName, scorePrepared, type PreparedName } from '#server/names/score.ts'
import type { Variant } from './names-pairs.ts'

export type Measured = {
  readonly persons: number
  readonly variants: number
  readonly queries: number
  readonly samePairs: number
  readonly differentPairs: number
  readonly recallAt1: number
  readonly recallAt5: number
  readonly recallKey: number
  readonly recallMatch: number
  readonly falseMatchRate: number
  readonly falseKeyRate: number
  /** What was missed or wrongly matched, for a person to read; at most 200 lines of each kind. */
  readonly failures: readonly string[]
}

type Read = Variant & { readonly name: PreparedName; readonly key: string }

const MOST_SCORES = 4_000_000
const MOST_FAILURES = 200

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** 1 + the number of other persons whose best spelling scores as well or better; Infinity where the person is no hit. */
const rankOf = (query: Read, primary: Read, all: readonly Read[]): number => {
  const own = scorePrepared(query.name, primary.name).score
  if (own < SEARCH_THRESHOLD) return Infinity
  const ahead = new Set<string>()
  for (const other of all) {
    if (other.person === query.person || ahead.has(other.person)) continue
    if (scorePrepared(query.name, other.name).score >= own) ahead.add(other.person)
  }
  return ahead.size + 1
}

const isMatch = (a: Read, b: Read): boolean =>
  scorePrepared(a.name, b.name).score >= MATCH_THRESHOLD || scorePrepared(b.name, a.name).score >= MATCH_THRESHOLD

/** Measures a list as the docstring of names.ts says. Pure: the same list gives the same figures. */
export const measureNames = (list: readonly Variant[]): Measured => {
  const all = list.map((variant): Read => ({ person: variant.person, text: variant.text, name: prepareName(variant.text), key: indexKey(variant.text) }))
  const primaries = new Map<string, Read>()
  for (const read of all) if (!primaries.has(read.person)) primaries.set(read.person, read)
  const failures: string[] = []
  const counted = { at1: 0, at5: 0, queries: 0, same: 0, sameKey: 0, sameMatch: 0, different: 0, falseMatch: 0, falseKey: 0 }
  const noted = new Map<string, number>()
  const note = (kind: string, a: string, b: string): void => {
    const times = (noted.get(kind) ?? 0) + 1
    noted.set(kind, times)
    if (times <= MOST_FAILURES) failures.push(`${kind}: ${a} | ${b}`)
  }

  const queries = all.filter((read) => primaries.get(read.person) !== read)
  const queryStep = Math.max(1, Math.ceil((queries.length * all.length) / MOST_SCORES))
  for (let i = 0; i < queries.length; i += queryStep) {
    const query = queries[i]
    const primary = query && primaries.get(query.person)
    if (!query || !primary) continue
    const rank = rankOf(query, primary, all)
    counted.queries += 1
    if (rank <= 1) counted.at1 += 1
    if (rank <= 5) counted.at5 += 1
    else note('not in the first five', query.text, primary.text)
  }

  const pairStep = Math.max(1, Math.ceil((all.length * all.length) / 2 / MOST_SCORES))
  let turn = 0
  for (const [i, a] of all.entries()) {
    for (let j = i + 1; j < all.length; j += 1) {
      const b = all[j]
      if (!b) continue
      const sameKey = a.key !== '' && a.key === b.key
      if (a.person === b.person) {
        counted.same += 1
        if (sameKey) counted.sameKey += 1
        else note('another key', `${a.text} (${a.key})`, `${b.text} (${b.key})`)
        if (isMatch(a, b)) counted.sameMatch += 1
        else note('not called a match', a.text, b.text)
        continue
      }
      turn += 1
      if (turn % pairStep !== 0) continue
      counted.different += 1
      if (sameKey) counted.falseKey += 1
      if (!isMatch(a, b)) continue
      counted.falseMatch += 1
      note('wrongly called a match', a.text, b.text)
    }
  }

  return {
    persons: primaries.size,
    variants: all.length,
    queries: counted.queries,
    samePairs: counted.same,
    differentPairs: counted.different,
    recallAt1: share(counted.at1, counted.queries),
    recallAt5: share(counted.at5, counted.queries),
    recallKey: share(counted.sameKey, counted.same),
    recallMatch: share(counted.sameMatch, counted.same),
    falseMatchRate: share(counted.falseMatch, counted.different),
    falseKeyRate: share(counted.falseKey, counted.different),
    failures,
  }
}
