import { deletionForms } from './deletions.ts'
import type { SearchWord } from './search-words.ts'

/*
 * Which names are worth scoring for a question: those that share a word with it, or nearly.
 * Said once here; an edition looks it up in its tables of words, the register works it out name
 * by name, and both take the same names.
 */

/** Two alphabets of words: names as folded, and their keys. */
export type WordKind = 'folded' | 'key'

/** How a word of a name answers a typed one; more is better, 0 is not at all. */
export const answers = { sameLetters: 4, sameKey: 3, begins: 2, nearly: 1, none: 0 } as const

/** More names than these are not scored: the best by their words are taken. */
export const mostCandidates = 400

/** What one typed word asks of the words of names. */
export type WordQuestion = {
  readonly kind: WordKind
  /** Whole words, and what they are worth. */
  readonly whole: readonly string[]
  readonly worth: number
  readonly beginnings: readonly string[]
  /** Forms that a word with one letter wrong shares with it. */
  readonly forms: readonly string[]
}

const formsOf = (words: readonly string[]): readonly string[] => [...new Set(words.flatMap(deletionForms))]

/**
 * The questions of the words of a search; one list a word. Initials find too many names to be
 * looked for: beside whole words they count when the names are scored.
 */
export const wordQuestions = (words: readonly SearchWord[]): readonly (readonly WordQuestion[])[] => {
  const isInitial = (word: SearchWord): boolean => word.folded.every((reading) => reading.length === 1)
  return words
    .filter((word) => !isInitial(word))
    .map(({ folded, keys, wholeKeys }) => [
    { kind: 'folded', whole: folded, worth: answers.sameLetters, beginnings: folded, forms: formsOf(folded) },
    { kind: 'key', whole: wholeKeys, worth: answers.sameKey, beginnings: keys, forms: formsOf(wholeKeys) },
  ])
}

/** How well one word of a name answers one question. */
export const answerOf = (question: WordQuestion, word: string): number => {
  if (question.whole.includes(word)) return question.worth
  if (question.beginnings.some((beginning) => word.startsWith(beginning))) return answers.begins
  if (question.forms.length === 0) return answers.none
  return deletionForms(word).some((form) => question.forms.includes(form)) ? answers.nearly : answers.none
}
