import { deletionForms } from '../names/deletions.ts'
import { type NamePart, namePartsOf } from '../names/key.ts'
import { familyOf, initialsOf } from '../names/name-families.ts'
import { withinOneEdit } from '../names/similarity.ts'
import { wordsOf } from '../names/words.ts'

/*
 * Names as they sound: a spelling nobody has entered is still the name of the person. Surnames are
 * looked for by their sound key, with an ending or run together with other words, and with one
 * letter wrong; a short one, or one that somebody public has too, beside a given name or its initial.
 */

/** A given name: its family, and its own sound without an ending. */
type Given = { readonly family: string; readonly stem: string }

export type NameSounds = {
  /** Stems of surnames, by their first letters; looked for on their own. */
  readonly stems: ReadonlyMap<string, readonly string[]>
  /** Forms of the long ones with a letter left out. */
  readonly near: ReadonlyMap<string, readonly string[]>
  /** All stems, with the given names that make them a name. */
  readonly pairs: ReadonlyMap<string, readonly Given[]>
  /** Stems of the names of public people: a word that sounds like one of them is theirs. */
  readonly others: ReadonlySet<string>
}

/** Letters of a sound key by which stems are found. */
const start = 4
const shortestAlone = 4
/** From here on a stem may stand inside a longer word, as in an address. */
const shortestInside = 6
const shortestNear = 7
const longestEnding = 4
/** What the three languages and English put after a stem, as it sounds: -a, -aha, -amu, -am, -ami, -ov, -ova, -s. */
const ending = /^(?:[au]?[hmnstv]?[au]?|a[hm]au?)$/
const shortestGiven = 3
/** A given name stands this near to its surname, in words. */
const reach = 2

const stemOf = (sound: string): string => sound.replace(/[au]+$/, '')

/** What looks like a patronymic may be half of a surname: it is taken for one where no other is long enough. */
const surnamesOf = (parts: readonly NamePart[]): string[] => {
  const stems = (some: readonly NamePart[]) => some.map(({ sound }) => stemOf(sound))
  const surnames = stems(parts.filter(({ given, patronymic }) => !given && !patronymic))
  if (surnames.some((stem) => stem.length >= shortestAlone)) return surnames
  return [...surnames, ...stems(parts.filter(({ patronymic }) => patronymic))]
}

const gathered = <Value>(entries: Iterable<readonly [string, Value]>): Map<string, Value[]> => {
  const all = new Map<string, Value[]>()
  for (const [key, value] of entries) {
    const known = all.get(key)
    if (known) known.push(value)
    else all.set(key, [value])
  }
  return all
}

/** The sounds of these names. A surname that somebody public has too is looked for beside a given name only. */
export const nameSounds = (names: readonly string[], publicNames: readonly string[]): NameSounds => {
  const read = [...new Set(names)].map(namePartsOf)
  const surnames = new Set(read.filter((parts) => parts.length > 1).flatMap(surnamesOf))
  const others = new Set<string>()
  if (surnames.size > 0) {
    for (const name of publicNames) for (const { sound } of namePartsOf(name)) others.add(stemOf(sound))
  }
  const alone = [...surnames].filter((stem) => stem.length >= shortestAlone && !others.has(stem))
  const pairs = read.flatMap((parts) => {
    const given = parts.filter((part) => part.given).map(({ key, sound }): Given => ({ family: key, stem: stemOf(sound) }))
    return surnamesOf(parts).flatMap((stem) => given.map((one): [string, Given] => [stem, one]))
  })
  return {
    stems: gathered(alone.map((stem): [string, string] => [stem.slice(0, start), stem])),
    near: gathered(
      alone
        .filter((stem) => stem.length >= shortestNear)
        .flatMap((stem) => deletionForms(stem).map((form): [string, string] => [form, stem])),
    ),
    pairs: gathered(pairs),
    others,
  }
}

const isStem = (sound: string, at: number, stem: string): boolean => {
  if (!sound.startsWith(stem, at)) return false
  if (stem.length >= shortestInside) return true
  return at === 0 && ending.test(sound.slice(stem.length))
}

/** The word without its ending, as far as it may have one. */
const basesOf = (sound: string): string[] => {
  const first = stemOf(sound)
  return [...new Set([sound, first, stemOf(first.slice(0, -1))])].filter((base) => base.length >= shortestNear - 1)
}

const soundsLike = (sound: string, { stems, near, others }: NameSounds): boolean => {
  if (others.has(stemOf(sound))) return false
  for (let at = 0; at + start <= sound.length; at += 1) {
    if ((stems.get(sound.slice(at, at + start)) ?? []).some((stem) => isStem(sound, at, stem))) return true
  }
  return basesOf(sound).some((base) =>
    deletionForms(base).some((form) => (near.get(form) ?? []).some((stem) => stem[0] === base[0] && withinOneEdit(stem, base))),
  )
}

type Heard = { readonly sounds: readonly string[]; readonly given: string | undefined; readonly written: string }

/** Words of texts come up again and again; bytes are not worth more than this. */
const keptWords = 50_000
const heard = new Map<string, Heard | null>()

/** An address has lost the marks of Łacinka: its c may be ц or ч. */
const spellingsOf = (written: string): string[] =>
  /c(?![hk])/i.test(written) ? [written, written.replaceAll(/c(?![hk])/gi, 'ts'), written.replaceAll(/c(?![hk])/gi, 'ch')] : [written]

const hear = (written: string): Heard | null => {
  const known = heard.get(written)
  if (known !== undefined) return known
  const words = spellingsOf(written).flatMap((spelling) => wordsOf(spelling).slice(0, 1))
  const [word] = words
  const answer = word === undefined ? null : { sounds: [...new Set(words.map(({ sound }) => sound))], given: familyOf(word), written }
  if (heard.size >= keptWords) heard.clear()
  heard.set(written, answer)
  return answer
}

/** `FreeBialiatski` is two words, and a hyphen, a digit or an underscore ends one. */
const wordsIn = (text: string): Heard[] =>
  text
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
    .split(/[^\p{L}\p{M}'’ʼ]+/u)
    .flatMap((word) => (word === '' ? [] : (hear(word) ?? [])))

const isInflected = (sound: string, stem: string): boolean =>
  stem.length >= shortestGiven && sound.startsWith(stem) && ending.test(sound.slice(stem.length))

const isGiven = ({ given, sounds, written }: Heard, names: readonly Given[]): boolean => {
  if (names.some(({ family, stem }) => family === given || sounds.some((sound) => isInflected(sound, stem)))) return true
  const [letter = '', ...more] = sounds[0] ?? ''
  const isInitial = written.length === 1 && more.length === 0 && written !== written.toLowerCase()
  return isInitial && names.some(({ family }) => initialsOf(family).has(letter))
}

/** Given names that belong to a word, if it is a surname with or without an ending. */
const givenWith = (sound: string, pairs: NameSounds['pairs']): Given[] =>
  Array.from({ length: longestEnding + 1 }, (_, cut) => sound.length - cut).flatMap((length) =>
    ending.test(sound.slice(length)) ? (pairs.get(sound.slice(0, length)) ?? []) : [],
  )

const hasPair = (words: readonly Heard[], at: number, pairs: NameSounds['pairs']): boolean => {
  const names = (words[at]?.sounds ?? []).flatMap((sound) => givenWith(sound, pairs))
  if (names.length === 0) return false
  return words.slice(Math.max(0, at - reach), at + reach + 1).some((word) => word !== words[at] && isGiven(word, names))
}

/** True when a text carries one of the names as they sound. */
export const carriesSound = (text: string, sounds: NameSounds): boolean => {
  if (sounds.pairs.size === 0 && sounds.stems.size === 0) return false
  const words = wordsIn(text)
  return words.some((word, at) => word.sounds.some((sound) => soundsLike(sound, sounds)) || hasPair(words, at, sounds.pairs))
}
