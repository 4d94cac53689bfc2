import { familiesBeginning, familyOf } from './name-families.ts'
import { patronymicIndex, patronymicKeyOf } from './patronymic.ts'
import { soundKey } from './sound-key.ts'
import { wordsOf, type Word } from './words.ts'

export type NamePart = Word & {
  /** The sound key, or the given-name family's key, or the patronymic's key. */
  readonly key: string
  readonly patronymic: boolean
}

/** The words of a name with their keys, in the order written; a word whose key came before is left out. */
export const namePartsOf = (text: string): readonly NamePart[] => {
  const words = wordsOf(text)
  const seen = new Set<string>()
  const distinct = words.filter((word) => {
    const key = familyOf(word) ?? word.sound
    return !seen.has(key) && seen.add(key)
  })
  const middle = patronymicIndex(distinct)
  return distinct.map((word, index) => {
    const patronymic = index === middle
    const key = patronymic ? patronymicKeyOf(word) : familyOf(word)
    return { folded: word.folded, sound: word.sound, key: key ?? word.sound, patronymic }
  })
}

/**
 * The East-Slavic name key: one key (`[a-z0-9]+`) a word, in the order written, separated by
 * spaces. Spellings of one name in Belarusian, Russian or Ukrainian, Łacinka, passport
 * romanisation and the English press share it where sound rules and the given-name table reach.
 * Empty for a text without letters or digits. Look a name up by its words, not by the whole
 * string: see `indexKey` for that.
 */
export const nameKey = (text: string): string =>
  namePartsOf(text)
    .map((part) => part.key)
    .join(' ')

/** What stands in brackets or after a slash is another spelling: `ARTEMENKO / ARTIOMENKO`, `Alexander (Alexandr)`. */
const withoutAlternatives = (text: string): string => {
  const main = text.replace(/\s+/gu, ' ').replace(/\([^()]*\)| ?\/ ?[^ /]+/gu, ' ')
  return /[\p{L}\p{N}]/u.test(main) ? main : text
}

/**
 * The key by which a whole name is looked up as one value: the name key's words without the
 * patronymic and without alternatives in brackets or after a slash, sorted. So `Беляцкий Алесь
 * Викторович` and `Ales Bialiatski` share it. People who differ only by patronymic share it too:
 * it finds candidates, `scoreNames` tells them apart.
 */
export const indexKey = (text: string): string =>
  namePartsOf(withoutAlternatives(text))
    .filter((part) => !part.patronymic)
    .map((part) => part.key)
    .toSorted()
    .join(' ')

/**
 * The keys that a word still being typed may be the beginning of: its own sound key, and from
 * three letters on the keys of given names that it begins (`Mika` → also the key of Николай).
 * Each is to be matched as a prefix of a name key's word.
 */
export const prefixKeys = (typed: string): readonly string[] => {
  const word = wordsOf(typed)[0]
  if (word === undefined) return []
  const families = word.folded.length < 3 ? [] : familiesBeginning(soundKey(word.folded))
  return [...new Set([word.sound, ...families])]
}
