import { madeOnce } from '../made-once.ts'
import { GIVEN_NAME_FAMILIES } from './given-names.ts'
import { wordsOf, type Word } from './words.ts'

const offer = (table: Map<string, string | null>, from: string, to: string): void => {
  const known = table.get(from)
  table.set(from, known === undefined || known === to ? to : null)
}

/** Every form's key without its last vowel, which is what a patronymic is made from (Мікола, Мікалай → Мікал-). */
const stemOf = (key: string): string => key.replace(/[au]$/, '')

/** Евгений and Евгения share a sound key; whether a form ends in а/о tells them apart. */
const soundOf = (word: Word): string => `${word.sound}${/[ao]$/.test(word.folded) ? '.' : ''}`

/** A short form (Женя) leads to its family by its spelling only: by its sound it would take in other names (Жанна). */
const SHORT = 4
const spellingOf = (word: Word): string => word.folded.replace(/[yj](?=[aeou])/g, 'i')

const tables = madeOnce(() => {
  /** Lookups from a spelling, or from a sound, to the key of the family's head; a sound shared by two families leads nowhere. */
  const byFold = new Map<string, string>()
  const bySound = new Map<string, string | null>()
  const byStem = new Map<string, string | null>()
  /** Head's key → the first letters of all its forms' keys. */
  const initials = new Map<string, Set<string>>()
  for (const family of GIVEN_NAME_FAMILIES) {
    const forms = family.flatMap((form) => wordsOf(form).slice(0, 1))
    const head = forms[0]?.sound ?? ''
    for (const form of forms) {
      byFold.set(spellingOf(form), head)
      initials.set(head, (initials.get(head) ?? new Set<string>()).add(form.sound.slice(0, 1)))
      if (form.sound === head || form.sound.length > SHORT) offer(bySound, soundOf(form), head)
      if (form.sound.length > 2) offer(byStem, stemOf(form.sound), stemOf(head))
    }
  }
  return { byFold, bySound, byStem, initials }
})

/** The key of the family a word is a given name of, or undefined. */
export const familyOf = (word: Word): string | undefined => {
  const { byFold, bySound } = tables()
  return byFold.get(spellingOf(word)) ?? bySound.get(soundOf(word)) ?? undefined
}

/** The stem shared by a family's patronymics, or undefined for a stem no family has. */
export const familyStemOf = (stem: string): string | undefined => tables().byStem.get(stem) ?? undefined

/** Keys of the families that a word being typed may begin a form of, by sound or by spelling. */
export const familiesBeginning = (word: Word): readonly string[] => {
  const { byFold, bySound } = tables()
  const keys = new Set<string>()
  for (const [form, head] of bySound) if (head !== null && form.startsWith(word.sound)) keys.add(head)
  for (const [form, head] of byFold) if (form.startsWith(spellingOf(word))) keys.add(head)
  return [...keys]
}

/** The first letters of the sound keys of all forms of a family, by the family's key: Мікалай is also `N.`. */
export const initialsOf = (familyKey: string): ReadonlySet<string> => tables().initials.get(familyKey) ?? new Set()
