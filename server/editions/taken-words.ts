import { withheldText } from './withheld-text.ts'
import { readingsOfText } from './text-readings.ts'

/*
 * Words that leave the register wherever they stand: told by their letters and digits, in any
 * case, whatever is between them, for a kept text breaks its lines elsewhere than a quote does.
 */

/** Tells which texts have to be altered, and how. */
export type Taker = {
  readonly carries: (text: string) => boolean
  /** What is left of a text that carries it; null where nothing may stay. */
  readonly without: (text: string) => string | null
}

const between = String.raw`[^\p{L}\p{N}]+`

/** The words of a text one by one, with their places in it. The text has to be in NFC. */
export const wordsOf = (text: string): { readonly word: string; readonly start: number; readonly end: number }[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ word: match[0], start: match.index, end: match.index + match[0].length }))

export const plainWords = (text: string): string[] => wordsOf(text.normalize('NFC')).map(({ word }) => word.toLowerCase())

/** A mark never longer than what it stands for: a text that fits its column fits it still. */
const markFor = (words: string): string => (words.length >= withheldText.length ? withheldText : '…')

const isAddress = (text: string): boolean => /^\s*[a-z]+:\/\/\S*\s*$/i.test(text)

/** Takes these words out of any text. Of an address nothing stays, for it would lead nowhere. */
export const takerOfWords = (words: string): Taker => {
  const source = plainWords(words).join(between)
  if (source === '') return { carries: () => false, without: (text) => text }
  const once = new RegExp(source, 'iu')
  const all = new RegExp(source, 'giu')
  const mark = markFor(words)
  const carries = (text: string): boolean => readingsOfText(text).some((reading) => once.test(reading.normalize('NFC')))
  return {
    carries,
    without: (text) => {
      if (isAddress(text)) return null
      const left = text.normalize('NFC').replaceAll(all, mark)
      return carries(left) || plainWords(left.replaceAll(mark, '')).length === 0 ? null : left
    },
  }
}

/** As a file may hold them: as they are, and as JSON escapes them. */
export const writtenWords = (words: string): string[] => [...new Set([words, JSON.stringify(words).slice(1, -1)])]
