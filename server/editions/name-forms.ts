import { foldText } from '../names/fold.ts'
import { namePartsOf } from '../names/key.ts'
import { scriptOf } from '#contract/names/language.ts'
import { holderOf } from './held-strings.ts'
import { type NameSounds, carriesSound, nameSounds } from './name-sounds.ts'
import { readingsOfText } from './text-readings.ts'

/*
 * Every way in which a text may carry a name: the words of the name in any order, run together
 * as in an address, given name and surname without what stands between, a surname alone, with an
 * ending after it, where nobody who is public has one like it, and whatever sounds like it. Too
 * much is found rather than too little: what is found by mistake is a text blanked or rewritten.
 */

export type NameForms = {
  /** Folded words that follow one another, by the first of them. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Beginnings of surnames, by their first letters. */
  readonly surnames: ReadonlyMap<string, readonly string[]>
  readonly sounds: NameSounds
  /** Whether a text in lower case holds a name as it is written: for scripts that do not part words, and for what is searched byte by byte. */
  readonly holdsWhole: (text: string) => boolean
}

/** Names shorter than this are too common to be taken for one. */
const shortestName = 4
/** In scripts that have a sign for a syllable or a word. */
const shortestUnparted = 2
/** The same for a surname on its own, without its ending. */
const shortestSurname = 5
/** A surname may go on by this much: `-aha`, `-omu`, `s` of a possessive. */
const longestEnding = 4

/** Scripts whose names are found word by word. */
const parting = new Set<string>(['Latn', 'Cyrl', 'Zyyy'])

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

const wordsIn = (folded: string): string[] => folded.split(' ').filter((word) => word !== '')

const phrasesOf = (name: string): string[][] => {
  const words = wordsIn(foldText(name))
  if (words.join('').length < shortestName) return []
  const [given, surname] = [words[0], words.at(-1)]
  const short = words.length > 2 && given !== undefined && surname !== undefined ? [[given, surname], [surname, given]] : []
  const turned = words.length > 1 ? [words.toReversed(), [...words.slice(-1), ...words.slice(0, -1)]] : []
  return [words, [words.join('')], ...turned, ...short]
}

/** What stays of a surname when its ending changes: `bialiatsk` of Bialiatski and Bialiatskaha. */
const stemOf = (word: string): string => word.replace(/(?:[aeiouy]+|[aeiouy]+[iy]|ai?a)$/, '')

const stemsOf = (name: string): string[] => {
  const parts = namePartsOf(name)
  if (parts.length < 2) return []
  return parts
    .filter((part) => !part.given && !part.patronymic)
    .map((part) => stemOf(part.folded))
    .filter((stem) => stem.length >= shortestSurname)
}

const beginsWith = (word: string, stems: readonly string[]): boolean =>
  stems.some((stem) => word.startsWith(stem) && word.length <= stem.length + longestEnding)

const gather = <Value>(entries: readonly (readonly [string, Value])[]): Map<string, Value[]> => {
  const gathered = new Map<string, Value[]>()
  for (const [key, value] of entries) {
    const known = gathered.get(key)
    if (known) known.push(value)
    else gathered.set(key, [value])
  }
  return gathered
}

/** The forms of these names. A surname that begins like one of `publicNames` is not looked for on its own. */
export const nameForms = (names: readonly string[], publicNames: readonly string[] = []): NameForms => {
  const distinct = [...new Set(names)]
  const phrases = distinct.flatMap(phrasesOf)
  const stems = gather([...new Set(distinct.flatMap(stemsOf))].map((stem) => [stem.slice(0, shortestSurname), stem]))
  const shared = new Set<string>()
  if (stems.size > 0) {
    for (const name of publicNames) {
      for (const word of wordsIn(foldText(name))) {
        for (const stem of stems.get(word.slice(0, shortestSurname)) ?? []) if (beginsWith(word, [stem])) shared.add(stem)
      }
    }
  }
  return {
    phrases: gather(phrases.flatMap((words) => (words[0] === undefined ? [] : [[words[0], words] as const]))),
    surnames: new Map([...stems].map(([start, list]) => [start, list.filter((stem) => !shared.has(stem))])),
    sounds: nameSounds(distinct, publicNames),
    holdsWhole: holderOf(distinct.map(plain).filter((name) => name.length >= (parting.has(scriptOf(name)) ? shortestName : shortestUnparted))),
  }
}

export const hasForms = ({ phrases }: NameForms): boolean => phrases.size > 0

/** Answers kept for short texts, most of which are codes and occur again and again. */
const keptAnswers = 100_000
const longestKept = 64

/** The same question asked of very many texts. */
export const carrierOf = (forms: NameForms): ((text: string) => boolean) => {
  const answers = new Map<string, boolean>()
  return (text) => {
    if (!/\p{L}/u.test(text)) return false
    if (text.length > longestKept) return carriesName(text, forms)
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = carriesName(text, forms)
    if (answers.size >= keptAnswers) answers.clear()
    answers.set(text, answer)
    return answer
  }
}

const carriesSpelling = (text: string, { phrases, surnames }: NameForms): boolean => {
  const words = foldText(text).split(' ')
  return words.some(
    (word, index) =>
      (phrases.get(word) ?? []).some((form) => form.every((part, offset) => words[index + offset] === part)) ||
      beginsWith(word, surnames.get(word.slice(0, shortestSurname)) ?? []),
  )
}

/** True when a text carries one of the names, however it is spelt or encoded. */
export const carriesName = (text: string, forms: NameForms): boolean =>
  readingsOfText(text).some(
    (reading) =>
      carriesSpelling(reading, forms) ||
      carriesSound(reading, forms.sounds) ||
      forms.holdsWhole(plain(reading)),
  )
