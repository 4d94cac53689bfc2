import { foldReadings } from './fold.ts'
import { namePartsOf, prefixKeys } from './key.ts'

/** One typed word: how it may begin a word of a record as its letters fold, or as a name sounds. */
export type SearchWord = {
  /** Its readings, the likeliest first. */
  readonly folded: readonly string[]
  /** Name keys that it may begin. */
  readonly keys: readonly string[]
  /** Name keys that it has as a whole word. */
  readonly wholeKeys: readonly string[]
}

/** Beyond this many words a question is cut: no name and no title is longer. */
const mostWords = 12

/** Folding takes a hyphen or a full stop for a space: a word for us ends where it does for the fold. */
const isOneWord = (readings: readonly string[]): boolean => !readings.some((reading) => reading.includes(' '))

const wordOf = (typed: string, readings: readonly string[]): SearchWord => {
  const [part] = namePartsOf(typed)
  return {
    folded: readings,
    keys: prefixKeys(typed),
    wholeKeys: part === undefined ? [] : [...new Set([part.key, part.sound])],
  }
}

/**
 * The words of a question; each must be found, and none means nothing is found. Keys are made
 * from the word as typed, since folding has lost which script it was in.
 */
export const searchWords = (typed: string): SearchWord[] =>
  typed
    .split(/[^\p{L}\p{M}\p{N}\p{S}\p{Lm}\p{Pf}\p{Pi}'’‘ʼ`´]+/u)
    .flatMap((word) => {
      const readings = foldReadings(word).filter((reading) => reading !== '')
      if (readings.length === 0) return []
      if (isOneWord(readings)) return [wordOf(word, readings)]
      return readings[0]?.split(' ').map((part) => wordOf(part, [part])) ?? []
    })
    .slice(0, mostWords)
