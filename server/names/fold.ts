import anyAscii from 'any-ascii'
import { repairHomoglyphs } from './homoglyphs.ts'
import { romanise } from './romanise.ts'

/** Apostrophes, primes and modifier letters written for a soft sign: dropped, so that `Юр’евіч` is one word. */
const APOSTROPHES = /['’‘ʼʹʺ′″`´＇ʻ]/gu

/**
 * What is left of a text when case, marks, script and punctuation are set aside: lower-case
 * `[a-z0-9 ]`, single spaces, trimmed. Homoglyphs are repaired, East-Slavic letters romanised
 * by the rules of their language, everything else by any-ascii; apostrophes and soft signs
 * vanish, hyphens and other punctuation become spaces. Folding twice changes nothing. Never
 * throws; time grows with the length of the text.
 */
export const foldText = (text: string): string => {
  const lower = repairHomoglyphs(text).toLowerCase().normalize('NFC').replace(APOSTROPHES, '')
  return anyAscii(romanise(lower))
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
