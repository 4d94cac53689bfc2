import { foldText } from './fold.ts'
import { prefixKeys } from './key.ts'

/** How a typed word may begin a word of a record: as its letters fold, or as a name sounds. */
export type WordBeginnings = { readonly folded: string; readonly keys: readonly string[] }

/** Beyond this many words a question is cut: no name and no title is longer. */
const mostWords = 12

/**
 * The words of a question; each must be found, and none means nothing is found. `withKeys`
 * adds the name keys that a half-typed word may begin, for people.
 */
export const searchWords = (typed: string, withKeys: boolean): WordBeginnings[] => {
  const folded = foldText(typed).split(' ').filter((word) => word !== '')
  const words = folded.slice(0, mostWords)
  if (!withKeys) return words.map((word) => ({ folded: word, keys: [] }))
  // Keys are made from the word as typed: folding has already lost which script it was in.
  const asTyped = typed.split(/[\s\p{Pd}]+/u).filter((word) => foldText(word) !== '')
  return words.map((word, index) => ({
    folded: word,
    keys: prefixKeys(asTyped.length === folded.length ? (asTyped[index] ?? word) : word),
  }))
}
