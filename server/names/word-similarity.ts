import type { NamePart } from './key.ts'
import { initialsOf } from './name-families.ts'
import { jaroWinkler, withinOneEdit } from './similarity.ts'

export type WordSimilarity = { readonly similarity: number; readonly initial: boolean }

const INITIAL = 0.8
const ONE_EDIT = 0.88
/** Keys have lost their vowels, so one edit says less: alone it stays under MATCH_THRESHOLD (Швакоў, Шведаў), with an equal patronymic it does not. */
const ONE_KEY_EDIT = 0.83
const BEGINNING = 0.82
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

const spelt = (a: NamePart, b: NamePart): number => {
  if (a.folded === b.folded) return 1
  if (a.key === b.key) return (a.sound === b.sound ? 0.92 : 0.9) + 0.07 * jaroWinkler(a.folded, b.folded)
  if (Math.min(a.folded.length, b.folded.length) >= 4 && withinOneEdit(a.folded, b.folded)) return ONE_EDIT
  if (Math.min(a.key.length, b.key.length) >= 5 && withinOneEdit(a.key, b.key)) return ONE_KEY_EDIT
  if (begins(a, b)) return BEGINNING
  const likeness = jaroWinkler(a.key, b.key)
  return likeness < RELATED ? likeness / 2 : 0.5 + (likeness - RELATED) * 1.6
}

/** How alike two words of names are, 0 to 1; `initial` where one is only the other's first letter. */
export const wordSimilarity = (a: NamePart, b: NamePart): WordSimilarity => {
  if (isInitial(a) === isInitial(b)) return { similarity: spelt(a, b), initial: false }
  const fits = isInitial(a) ? sharesInitial(a, b) : sharesInitial(b, a)
  return { similarity: fits ? INITIAL : 0, initial: fits }
}
