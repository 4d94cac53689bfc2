import { LRUCache } from 'lru-cache'
import { namePartsOf } from './key.ts'
import { familyOf } from './name-families.ts'
import { wordsOf } from './words.ts'

/** First words of names come up again and again: whether each is a given name is worked out once. */
const knownWords = new LRUCache<string, boolean>({ max: 20_000 })

const isGiven = (folded: string): boolean => {
  const known = knownWords.get(folded)
  if (known !== undefined) return known
  const word = wordsOf(folded)[0]
  const answer = word !== undefined && familyOf(word) !== undefined
  knownWords.set(folded, answer)
  return answer
}

/** Where the surname stands among the words: the last that is neither a patronymic nor a given name, else the last. */
const surnameAt = (words: readonly string[]): number => {
  const [first = '', second = ''] = words
  if (words.length < 3) return words.length === 2 && !isGiven(first) && isGiven(second) ? 0 : words.length - 1
  const own = namePartsOf(words.join(' ')).findLast(({ given, patronymic }) => !given && !patronymic)
  const at = own === undefined ? -1 : words.lastIndexOf(own.folded)
  return at === -1 ? words.length - 1 : at
}

/**
 * A folded name as lists of people are sorted: the surname, then the rest as written. `ales
 * bialiatski` and `bialiatski ales viktaravich` both begin with their surname.
 */
export const surnameFirst = (folded: string): string => {
  const words = folded.split(' ')
  const at = surnameAt(words)
  return at < 1 ? folded : [words[at], ...words.slice(0, at), ...words.slice(at + 1)].join(' ')
}
