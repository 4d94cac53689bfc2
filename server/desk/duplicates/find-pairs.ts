import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import { deletionForms } from '../../names/deletions.ts'
import { namePartsOf } from '../../names/key.ts'
import { readingsOf } from '../../names/readings.ts'
import { comparePeople } from './compare-people.ts'
import { type NamedFacts, findFacts } from './person-facts.queries.ts'

/** A pair of people by number, the lower first. */
export type FoundPair = { readonly a: number; readonly b: number; readonly score: number }

export type PairSearch = {
  /** The likeliest, at most `mostKept`. */
  readonly pairs: readonly FoundPair[]
  readonly found: number
  readonly people: number
}

/** Under this a pair is not worth anybody's time: an equal name and nothing else reaches 0.8. */
export const leastQueued = 0.75
const mostKept = 20_000
/** Where more people than these share a name, only those with an equal birth or arrest are compared. */
const largestBlock = 200

/**
 * Under which a name is looked up: its keys in any order, its given name with its surname less
 * one letter, and its surname with the first letter of the given name where that is all there is.
 */
const blocksOf = (text: string): string[] => {
  const parts = namePartsOf(readingsOf(text)[0] ?? text).filter((part) => !part.patronymic)
  const given = parts.filter((part) => part.given)
  const others = parts.filter((part) => !part.given)
  const whole = parts.map((part) => part.key).toSorted().join(' ')
  const near = given.flatMap(({ key }) => others.flatMap((other) => deletionForms(other.folded).map((form) => `${key} ~${form}`)))
  const initials = parts.some((part) => part.folded.length === 1)
    ? others.filter((part) => part.folded.length > 1).map((part) => `${part.key} .`)
    : others.filter(() => given.length > 0).map((part) => `${part.key} .`)
  return [whole, ...near, ...initials]
}

const gather = (facts: ReadonlyMap<number, NamedFacts>): Map<string, Set<number>> => {
  const blocks = new Map<string, Set<number>>()
  for (const [id, { texts }] of facts) {
    for (const { text } of texts) {
      for (const block of blocksOf(text)) {
        const known = blocks.get(block)
        if (known) known.add(id)
        else blocks.set(block, new Set([id]))
      }
    }
  }
  return blocks
}

/** The parts of a block too large to be compared whole: those born, or arrested, on one day. */
const divided = (ids: readonly number[], facts: ReadonlyMap<number, NamedFacts>): number[][] => {
  const parts = new Map<string, number[]>()
  for (const id of ids) {
    const person = facts.get(id)
    const days = [person?.birth, ...(person?.arrests.map(({ date }) => date) ?? [])]
    for (const day of new Set(days.flatMap((date) => date?.earliest ?? []))) parts.set(day, [...(parts.get(day) ?? []), id])
  }
  return [...parts.values()].filter((part) => part.length > 1 && part.length <= largestBlock)
}

const pairsIn = function* (ids: readonly number[]): Generator<readonly [number, number]> {
  for (const [index, one] of ids.entries()) {
    for (const other of ids.slice(index + 1)) yield one < other ? [one, other] : [other, one]
  }
}

/** Everyone in the register against everyone with a name like theirs. Long for a large register: run it in a process of its own. */
export const findPairs = async (db: Kysely<Register>): Promise<PairSearch> => {
  const rows = await db.selectFrom('detainee').where('merged_into', 'is', null).select('id').orderBy('id').execute()
  const facts = await findFacts(db, rows.map(({ id }) => id))
  const compared = new Set<string>()
  const pairs: FoundPair[] = []
  for (const block of gather(facts).values()) {
    if (block.size < 2) continue
    const ids = [...block]
    for (const part of ids.length > largestBlock ? divided(ids, facts) : [ids]) {
      for (const [a, b] of pairsIn(part)) {
        const key = `${a} ${b}`
        if (compared.has(key)) continue
        compared.add(key)
        const [one, other] = [facts.get(a), facts.get(b)]
        if (!one || !other) continue
        const { score } = comparePeople(one, other)
        if (score >= leastQueued) pairs.push({ a, b, score })
      }
    }
  }
  pairs.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
  return { pairs: pairs.slice(0, mostKept), found: pairs.length, people: rows.length }
}
