import { GIVEN_NAME_FAMILIES } from './given-names.ts'
import { wordsOf, type Word } from './words.ts'

/** Lookups from a spelling, or from a sound, to the key of the family's head; a sound shared by two families leads nowhere. */
const byFold = new Map<string, string>()
const bySound = new Map<string, string | null>()
const byStem = new Map<string, string | null>()

const offer = (table: Map<string, string | null>, from: string, to: string): void => {
  const known = table.get(from)
  table.set(from, known === undefined || known === to ? to : null)
}

/** Every form's key without its last vowel, which is what a patronymic is made from (Мікола, Мікалай → Мікал-). */
export const stemOf = (key: string): string => key.replace(/[au]$/, '')

/** Евгений and Евгения share a sound key; whether a form ends in а/о tells them apart. */
const soundOf = (word: Word): string => `${word.sound}${/[ao]$/.test(word.folded) ? '.' : ''}`

/** Head's key → the first letters of all its forms' keys. */
const initials = new Map<string, Set<string>>()

for (const family of GIVEN_NAME_FAMILIES) {
  const forms = family.flatMap((form) => wordsOf(form).slice(0, 1))
  const head = forms[0]?.sound ?? ''
  for (const form of forms) {
    byFold.set(form.folded, head)
    initials.set(head, (initials.get(head) ?? new Set<string>()).add(form.sound.slice(0, 1)))
    offer(bySound, soundOf(form), head)
    if (form.sound.length > 2) offer(byStem, stemOf(form.sound), stemOf(head))
  }
}

/** The key of the family a word is a given name of, or undefined. */
export const familyOf = (word: Word): string | undefined => byFold.get(word.folded) ?? bySound.get(soundOf(word)) ?? undefined

/** The stem shared by a family's patronymics, or undefined for a stem no family has. */
export const familyStemOf = (stem: string): string | undefined => byStem.get(stem) ?? undefined

/** Keys of families some form of which sounds like the beginning of a given name in `sound`; for a name being typed. */
export const familiesBeginning = (sound: string): readonly string[] => {
  const keys = new Set<string>()
  for (const [form, head] of bySound) if (head !== null && form.startsWith(sound)) keys.add(head)
  return [...keys]
}

/** The first letters of the sound keys of all forms of a family, by the family's key: Мікалай is also `N.`. */
export const initialsOf = (familyKey: string): ReadonlySet<string> => initials.get(familyKey) ?? new Set()
