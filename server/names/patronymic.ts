import { familyOf, familyStemOf } from './name-families.ts'
import type { Word } from './words.ts'

/** -avich/-ovich/-evich and -auna/-ovna/-evna in sound keys. */
const PATRONYMIC = /^(.+?)(avac|avna)$/
/** Ілліч, Кузьміч, Лукіч, Фаміч, Никитич and the daughters' -ична, -інічна; other languages and times have -ovich from the same names. */
const SHORT_PATRONYMIC = /^(al|kuzm|luk|nakat|makat|fam)(ac|anacna|acna)$/

/** A patronymic's key: its stem's family and its ending (Mikalaevich, Nikolayevich → `makalavac`). Undefined for a word that cannot be one. */
export const patronymicKeyOf = (word: Word): string | undefined => {
  const [, short, last] = SHORT_PATRONYMIC.exec(word.sound) ?? []
  if (short !== undefined) return (familyStemOf(short) ?? short) + (last === 'ac' ? 'avac' : 'avna')
  const [, stem, ending] = PATRONYMIC.exec(word.sound) ?? []
  return stem === undefined || ending === undefined ? undefined : (familyStemOf(stem) ?? stem) + ending
}

/** The key's beginning of a patronymic still being typed (`Nikolaev`), if its stem is a known name's. */
export const patronymicBegun = (sound: string): string | undefined => {
  const [, stem, ending] = /^(.+?)(av(?:a|ac|n|na)?)$/.exec(sound) ?? []
  const family = stem === undefined ? undefined : familyStemOf(stem)
  return family === undefined || ending === undefined ? undefined : family + ending
}

const hasKnownStem = (word: Word): boolean => {
  const stem = PATRONYMIC.exec(word.sound)?.[1]
  return SHORT_PATRONYMIC.test(word.sound) || (stem !== undefined && familyStemOf(stem) !== undefined)
}

/**
 * Which word of a name is the patronymic: its index, or -1. Only a name of three words or more
 * has one, because many surnames end alike (Міхновіч). Among several candidates it is the
 * one right after a given name, then one made from a known name, then the first that is neither
 * the first nor the last word. The last word is one only where its stem is known or the surname
 * stands first (Міхновіч Ганна Якаўлеўна, but not Anna Maria Mikhnovich).
 */
export const patronymicIndex = (words: readonly Word[]): number => {
  if (words.length < 3) return -1
  const candidates = words.flatMap((word, index) => (index > 0 && patronymicKeyOf(word) !== undefined ? [index] : []))
  const afterGiven = candidates.filter((index) => {
    const before = words[index - 1]
    return before !== undefined && familyOf(before) !== undefined
  })
  const known = (index: number): boolean => {
    const word = words[index]
    return word !== undefined && hasKnownStem(word)
  }
  const inside = (index: number): boolean => index < words.length - 1
  const surnameFirst = words[0] !== undefined && familyOf(words[0]) === undefined
  const middle = afterGiven.find(known) ?? afterGiven.find(inside) ?? (surnameFirst ? afterGiven[0] : undefined)
  return middle ?? candidates.find(known) ?? candidates.find(inside) ?? -1
}
