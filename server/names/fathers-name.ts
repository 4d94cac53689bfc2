import { namePartsOf } from './key.ts'
import { wordsAsTyped } from './search-words.ts'
import { withinOneEdit } from './similarity.ts'

const isLetter = (word: string): boolean => /^\p{L}\p{M}*$/u.test(word)

/** `Бяляцкі А. В.`: the second of two initials, where there is a word beside them. */
const fathersInitial = (words: readonly string[]): number => {
  const initials = words.flatMap((word, index) => (isLetter(word) ? [index] : []))
  return initials.length === 2 && words.length > 2 ? (initials[1] ?? -1) : -1
}

/** How the sound keys of patronymics end (see patronymic.ts). */
const endings = ['avac', 'avna']

const nearlyEndsSo = (sound: string): boolean =>
  endings.some((ending) => [3, 4, 5].some((letters) => sound.length > letters + 1 && withinOneEdit(sound.slice(-letters), ending)))

/**
 * `Ivan Mikhailavcih Eismant`: in a name of three words without a patronymic, the word that is
 * one but for a letter, or that stands where one would, after the only given name.
 */
const mistypedPatronymic = (words: readonly string[]): number => {
  const parts = namePartsOf(words.join(' '))
  if (words.length !== 3 || parts.length !== 3 || parts.some((part) => part.patronymic)) return -1
  const nearly = parts.findIndex((part, index) => index > 0 && nearlyEndsSo(part.sound))
  if (nearly !== -1) return nearly
  const given = parts.flatMap((part, index) => (part.given ? [index] : []))
  return given.length === 1 && (given[0] ?? 2) < 2 ? (given[0] ?? 0) + 1 : -1
}

/**
 * A typed name without the father's initial, or without a patronymic that has a letter wrong;
 * undefined where it has neither. Either would count as a word that the name on record lacks,
 * while a patronymic left out is forgiven.
 */
export const withoutFathersName = (typed: string): string | undefined => {
  const words = wordsAsTyped(typed)
  const left = [fathersInitial(words), mistypedPatronymic(words)].find((index) => index !== -1)
  return left === undefined ? undefined : words.filter((_, index) => index !== left).join(' ')
}
