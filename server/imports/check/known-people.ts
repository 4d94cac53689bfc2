import type { StatedDate } from '#contract/dates/stated-date.ts'
import { namePartsOf } from '../../names/key.ts'
import { type NameScore, type PreparedName, prepareName, scorePrepared } from '../../names/score.ts'

type Bounds = Pick<StatedDate, 'earliest' | 'latest'>

/** Someone a row may be about: a person of the register (`D-5`) or of an earlier row (`row 12`). */
export type Known = {
  readonly ref: string
  readonly names: readonly string[]
  readonly birth: Bounds
  readonly arrests: readonly Bounds[]
  readonly countries: readonly string[]
}

export type Resemblance = { readonly known: Known; readonly score: number; readonly why: NameScore['why']; readonly name: string }

export type KnownPeople = {
  readonly add: (known: Known) => void
  /** Those whose name answers one of these, best first. */
  readonly find: (person: Pick<Known, 'names' | 'birth'>, threshold: number) => readonly Resemblance[]
}

type Entry = { readonly known: Known; prepared: readonly PreparedName[] | null }

/** More of one name are not compared: a person could not look at them either. */
const mostOfOneName = 40
/** The same for those who share a surname, or a day of birth, alone. */
const mostOfOnePart = 12

/** Pairs of a name's keys: people share one where surname and given name sound alike, in any order. */
const pairsOf = (keys: readonly string[]): string[] =>
  keys.flatMap((one, index) => keys.slice(index + 1).map((other) => (one < other ? `${one} ${other}` : `${other} ${one}`)))

const keysOf = (name: string): { pairs: string[]; alone: string[] } => {
  const parts = namePartsOf(name).filter((part) => !part.patronymic)
  const surnames = parts.filter((part) => !part.given).map((part) => part.key)
  return { pairs: pairsOf(parts.map((part) => part.key)), alone: surnames.length > 0 ? surnames : parts.map((part) => part.key) }
}

const wordsIn = ({ readings }: PreparedName): number => readings[0]?.length ?? 0

const dayOf = ({ earliest, latest }: Bounds): string | null => (earliest !== null && earliest === latest ? earliest : null)

/**
 * People looked up by name in any spelling: by the keys of surname and given name together, by the
 * surname alone, and by the day of birth, where the name has a letter wrong.
 */
export const knownPeople = (): KnownPeople => {
  const buckets = new Map<string, Entry[]>()
  const put = (key: string, entry: Entry): void => {
    const bucket = buckets.get(key)
    if (bucket === undefined) buckets.set(key, [entry])
    else bucket.push(entry)
  }

  const candidates = ({ names, birth }: Pick<Known, 'names' | 'birth'>): Set<Entry> => {
    const found = new Set<Entry>()
    const take = (key: string, most: number): void => {
      const bucket = buckets.get(key)
      if (bucket !== undefined) for (const entry of bucket.length > most ? bucket.slice(-most) : bucket) found.add(entry)
    }
    const day = dayOf(birth)
    const keys = names.map(keysOf)
    for (const { pairs } of keys) {
      for (const pair of pairs) {
        take(`pair ${pair}`, mostOfOneName)
        if (day !== null) take(`pair ${pair} ${day}`, mostOfOneName)
      }
    }
    if (day !== null) take(`born ${day}`, mostOfOnePart)
    for (const { alone } of keys) for (const key of alone) take(`alone ${key}`, mostOfOnePart)
    return found
  }

  return {
    add: (known) => {
      const entry: Entry = { known, prepared: null }
      const day = dayOf(known.birth)
      const keys = new Set<string>()
      for (const { pairs, alone } of known.names.map(keysOf)) {
        for (const pair of pairs) {
          keys.add(`pair ${pair}`)
          if (day !== null) keys.add(`pair ${pair} ${day}`)
        }
        for (const key of alone) keys.add(`alone ${key}`)
      }
      if (day !== null) keys.add(`born ${day}`)
      for (const key of keys) put(key, entry)
    },
    find: (person, threshold) => {
      const asked = person.names.map(prepareName)
      const found: Resemblance[] = []
      for (const entry of candidates(person)) {
        entry.prepared ??= entry.known.names.map(prepareName)
        let best: Resemblance | null = null
        for (const [index, name] of entry.prepared.entries()) {
          for (const one of asked) {
            // Either may leave out a word that the other has.
            const scores = wordsIn(one) === wordsIn(name) ? [scorePrepared(one, name)] : [scorePrepared(one, name), scorePrepared(name, one)]
            for (const { score, why } of scores) {
              if (score >= threshold && score > (best?.score ?? 0)) best = { known: entry.known, score, why, name: entry.known.names[index] ?? '' }
            }
          }
        }
        if (best !== null) found.push(best)
      }
      return found.toSorted((a, b) => b.score - a.score)
    },
  }
}
