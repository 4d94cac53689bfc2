import { familiesBeginning, familyOf } from './name-families.ts'
import { patronymicBegun, patronymicIndex, patronymicKeyOf } from './patronymic.ts'
import { readingsOf } from './readings.ts'
import { wordsOf, type Word } from './words.ts'

export type NamePart = Word & {
  /** The sound key, or the given-name family's key, or the patronymic's key. */
  readonly key: string
  readonly patronymic: boolean
  /** True for a word of the given-name table. */
  readonly given: boolean
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
    const family = patronymic ? undefined : familyOf(word)
    const key = patronymic ? patronymicKeyOf(word) : family
    return { folded: word.folded, sound: word.sound, key: key ?? word.sound, patronymic, given: family !== undefined }
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

/**
 * The key by which a whole name is looked up as one value: the name key's words without the
 * patronymic and without alternatives in brackets or after a slash, sorted. So `Калиновый Алесь
 * Викторович` and `Ales Kalinovy` share it. People who differ only by patronymic share it too:
 * it finds candidates, `scoreNames` tells them apart.
 */
export const indexKey = (text: string): string =>
  namePartsOf(readingsOf(text)[0] ?? text)
    .filter((part) => !part.patronymic)
    .map((part) => part.key)
    .toSorted()
    .join(' ')

/**
 * The keys that a word still being typed may be the beginning of: its own sound key, and from
 * three letters on the keys of given names that it begins (`Nikol` → also the key of Мікалай)
 * or whose patronymic it begins. Each is to be matched as a prefix of a name key's word.
 */
export const prefixKeys = (typed: string): readonly string[] => {
  const word = wordsOf(typed)[0]
  if (word === undefined) return []
  if (word.folded.length < 3) return [word.sound]
  const patronymic = patronymicBegun(word.sound) ?? word.sound
  return [...new Set([word.sound, patronymic, ...familiesBeginning(word)])]
}
