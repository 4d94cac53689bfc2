import anyAscii from 'any-ascii'
import { repairHomoglyphs } from '#contract/names/homoglyphs.ts'
import { romanise, romaniseAs } from './romanise.ts'

/** Apostrophes, primes and modifier letters written for a soft sign: dropped, so that `Юр’евіч` is one word. */
const APOSTROPHES = /['’‘ʼʹʺ′″`´＇ʻ]/gu

const IS_ASCII = /^\p{ASCII}*$/u

type Romanise = (lowerCase: string) => string

const foldWith = (text: string, toLatin: Romanise): string => {
  const lower = repairHomoglyphs(text).toLowerCase().normalize('NFC').replace(APOSTROPHES, '')
  const latin = toLatin(lower)
  return (IS_ASCII.test(latin) ? latin : anyAscii(latin))
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/**
 * What is left of a text when case, marks, script and punctuation are set aside: lower-case
 * `[a-z0-9 ]`, single spaces, trimmed. Homoglyphs are repaired, East-Slavic letters romanised
 * by the rules of their language, everything else by any-ascii; apostrophes and soft signs
 * vanish, hyphens and other punctuation become spaces. Folding twice changes nothing. Never
 * throws; time grows with the length of the text.
 */
export const foldText = (text: string): string => foldWith(text, romanise)

/**
 * What a piece of a longer text may have been folded to there, the likeliest first. The language
 * of the whole decides how г, и and ё are read, and one word alone may not show it: `Гродна` is
 * `grodna` or `hrodna`. One reading where there is no Cyrillic.
 */
export const foldReadings = (text: string): readonly string[] => {
  const first = foldText(text)
  if (!/\p{Script=Cyrillic}/u.test(text)) return [first]
  const others = (['be', 'ru', 'uk'] as const).map((language) => foldWith(text, (lower) => romaniseAs(lower, language)))
  return [...new Set([first, ...others])]
}
