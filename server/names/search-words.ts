import { foldReadings } from './fold.ts'
import { namePartsOf, prefixKeys } from './key.ts'
import { soundOf } from './text-sounds.ts'

/** One typed word: how it may begin a word of a record as its letters fold, or as a name sounds. */
export type SearchWord = {
  /** Its readings, the likeliest first. */
  readonly folded: readonly string[]
  /** Name keys that it may begin. */
  readonly keys: readonly string[]
  /** Name keys that it has as a whole word. */
  readonly wholeKeys: readonly string[]
  /** By which it is another spelling of a name in a text; null where it is too short to tell one. */
  readonly sound: string | null
}

/** Beyond this many words a question is cut: no name and no title is longer. */
const mostWords = 12

/** Where a fold has a space; apostrophes stay in their word. */
const BETWEEN_WORDS = /[\s[\p{P}--['’‘′″]]]+/v

/** The words of a text in their own script, without punctuation. */
export const wordsAsTyped = (text: string): readonly string[] => text.split(BETWEEN_WORDS).filter((word) => word !== '')

const wordOf = (typed: string, readings: readonly string[]): SearchWord => {
  const [part] = namePartsOf(typed)
  return {
    folded: readings,
    keys: prefixKeys(typed),
    wholeKeys: part === undefined ? [] : [...new Set([part.key, part.sound])],
    sound: soundOf(typed),
  }
}

/**
 * The words of a question; each must be found, and none means nothing is found. Keys are made
 * from the word as typed, since folding has lost which script it was in.
 */
export const searchWords = (typed: string): SearchWord[] =>
  wordsAsTyped(typed)
    .flatMap((word) => {
      const readings = foldReadings(word).filter((reading) => reading !== '')
      // Some signs fold to several words (№, an emoji): each is looked for by itself.
      if (readings.some((reading) => reading.includes(' '))) {
        return (readings[0] ?? '').split(' ').map((part) => wordOf(part, [part]))
      }
      return readings.length === 0 ? [] : [wordOf(word, readings)]
    })
    .slice(0, mostWords)
