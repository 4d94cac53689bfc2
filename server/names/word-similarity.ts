import type { NamePart } from './key.ts'
import { initialsOf } from './name-families.ts'
import { jaroWinkler, withinOneEdit } from './similarity.ts'

export type WordSimilarity = { readonly similarity: number; readonly initial: boolean }

/** At least; more the more letters are the same. */
const SAME_KEY = 0.93
const INITIAL = 0.8
const ONE_EDIT = 0.88
/** Keys have lost their vowels, so one edit in them says less; an equal given name lifts it just over MATCH_THRESHOLD. */
const ONE_KEY_EDIT = 0.84
const BEGINNING = 0.8
/** Unrelated words often reach a Jaro-Winkler of 0.7: under this it counts for half, above it from 0.5 up to 0.82. */
const RELATED = 0.8

/** One letter, or the two or more by which one Cyrillic letter is romanised (Ж. → Zh.). */
const isInitial = (part: NamePart): boolean => /^([a-z]|zh|kh|ts|ch|sh|shch|dz|[iy][aeou])$/.test(part.folded)

const vowelsAlike = (letter: string): string => letter.replace('u', 'a')

const sharesInitial = (initial: NamePart, whole: NamePart): boolean => {
  const letter = vowelsAlike(initial.sound.slice(0, 1))
  if (letter === vowelsAlike(whole.sound.slice(0, 1))) return true
  return [...initialsOf(whole.key)].some((other) => vowelsAlike(other) === letter)
}

/** As a word being typed begins a longer one. Capped, because Іван also begins Іваноў. */
const begins = (a: NamePart, b: NamePart): boolean =>
  a.folded.length >= 3 && (b.key.startsWith(a.sound) || b.folded.startsWith(a.folded))

const consonants = (key: string): number => key.replace(/[au]/g, '').length

/** Two names of the given-name table that are not of one family are two names, however alike (Алена, Ірына). */
const spelt = (a: NamePart, b: NamePart): number => {
  if (a.folded === b.folded) return 1
  if (a.key === b.key) return SAME_KEY + (0.99 - SAME_KEY) * jaroWinkler(a.folded, b.folded)
  if (Math.min(a.folded.length, b.folded.length) >= 4 && withinOneEdit(a.folded, b.folded)) return ONE_EDIT
  const likeness = jaroWinkler(a.key, b.key)
  if (a.given && b.given) return likeness / 2
  if (Math.min(consonants(a.key), consonants(b.key)) >= 5 && withinOneEdit(a.key, b.key)) return ONE_KEY_EDIT
  if (begins(a, b)) return BEGINNING
  return likeness < RELATED ? likeness / 2 : 0.5 + (likeness - RELATED) * 1.6
}

/** A patronymic resembles only a patronymic: Павел is not Паўлавіч. */
const comparable = (a: NamePart, b: NamePart): boolean => a.patronymic === b.patronymic || a.sound === b.sound

/** How alike two words of names are, 0 to 1; `initial` where one is only the other's first letter. */
export const wordSimilarity = (a: NamePart, b: NamePart): WordSimilarity => {
  if (isInitial(a) === isInitial(b)) return { similarity: comparable(a, b) ? spelt(a, b) : 0, initial: false }
  const fits = isInitial(a) ? sharesInitial(a, b) : sharesInitial(b, a)
  return { similarity: fits ? INITIAL : 0, initial: fits }
}
