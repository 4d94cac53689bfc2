import { foldText } from './fold.ts'
import { repairHomoglyphs } from '#contract/names/homoglyphs.ts'
import { soundKey } from './sound-key.ts'

/** One word of a name: as folded, and its sound key. */
export type Word = { readonly folded: string; readonly sound: string }

const MAX_WORDS = 16
const MAX_LETTERS = 40

/**
 * By these a Latin text shows that it spells х as `ch` and ц as `c`: the marks of Łacinka, Polish,
 * Czech or Lithuanian, the German and Polish `w`, and `j` after a vowel where the marks are lost.
 */
const CONTINENTAL = /[ŭščžćśźńłřżw]|[aeiouy]j/u
const CONTINENTAL_LETTERS: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?<![ts])ch/gu, 'kh'],
  [/č|(?<=i)ć(?![a-z])/gu, 'ch'],
  [/c(?![zhk])|ć/gu, 'ts'],
  [/š/gu, 'sh'],
  [/[žż]/gu, 'zh'],
]

const respelt = (text: string): string => {
  const lower = repairHomoglyphs(text).toLowerCase().normalize('NFC')
  if (!CONTINENTAL.test(lower)) return lower
  return CONTINENTAL_LETTERS.reduce((spelling, [letters, sound]) => spelling.replace(letters, sound), lower)
}

/** Words of names come up again and again; most texts do not have as many different ones. */
const keptKeys = 20_000
const keys = new Map<string, string>()

const keyOf = (word: string): string => {
  const known = keys.get(word)
  if (known !== undefined) return known
  const key = soundKey(word)
  if (keys.size >= keptKeys) keys.clear()
  keys.set(word, key)
  return key
}

/** The words of a name in the order written, at most 16 of at most 40 letters each. */
export const wordsOf = (text: string): readonly Word[] => {
  const words: Word[] = []
  const start = text.slice(0, 2000)
  const respelled = respelt(start)
  const folds = foldText(start).split(' ')
  const sounds = respelled === start ? folds : foldText(respelled).split(' ')
  for (const [index, spelling] of sounds.slice(0, MAX_WORDS).entries()) {
    if (spelling === '') continue
    const folded = (folds[index] ?? spelling).slice(0, MAX_LETTERS)
    words.push({ folded, sound: keyOf(spelling.slice(0, MAX_LETTERS)) })
  }
  return words
}
