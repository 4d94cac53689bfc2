import type { encodingNames } from '#contract/import-settings.ts'
import { cyrillicPoints, latinPoints } from './letter-frequency.ts'

/** An encoding a file may be read in, as TextDecoder calls it. */
export type Encoding = (typeof encodingNames)[number]

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte)

/** Half of the bytes of UTF-16 text in our scripts are 0 or 4: which half says the order. */
const utf16Of = (bytes: Uint8Array): Encoding | null => {
  let even = 0
  let odd = 0
  const pairs = Math.floor(bytes.length / 2)
  for (let index = 0; index < pairs * 2; index += 2) {
    if ((bytes[index] ?? 1) <= 4) even += 1
    if ((bytes[index + 1] ?? 1) <= 4) odd += 1
  }
  if (pairs < 2 || !bytes.includes(0)) return null
  if (odd > pairs * 0.8 && even < pairs * 0.4) return 'utf-16le'
  return even > pairs * 0.8 && odd < pairs * 0.4 ? 'utf-16be' : null
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    // The sample may end inside a letter: `stream` leaves that open.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

const best = (bytes: Uint8Array, among: readonly Encoding[], pointsOf: (text: string, encoding: Encoding) => number): Encoding => {
  const scored = among.map((encoding) => ({ encoding, points: pointsOf(new TextDecoder(encoding).decode(bytes), encoding) }))
  return scored.reduce((first, next) => (next.points > first.points ? next : first)).encoding
}

/** In Cyrillic code pages the high bytes stand together in words; in Latin ones they stand alone. */
const isCyrillic = (bytes: Uint8Array): boolean => {
  let high = 0
  let together = 0
  bytes.forEach((byte, index) => {
    if (byte < 0x80) return
    high += 1
    if ((bytes[index - 1] ?? 0) >= 0x80 || (bytes[index + 1] ?? 0) >= 0x80) together += 1
  })
  return together > high * 0.6
}

/**
 * The encoding a file most likely is in, from its first bytes: its mark (BOM), then UTF-16 by its
 * zeros, then UTF-8 where the bytes are that, else the code page in which the text has the letters
 * that people's names have. A guess: it is shown, and can be set by hand.
 */
export const guessEncoding = (bytes: Uint8Array): Encoding => {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  const wide = utf16Of(bytes)
  if (wide !== null) return wide
  if (isUtf8(bytes)) return 'utf-8'
  return isCyrillic(bytes)
    ? best(bytes, ['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'iso-8859-5'], cyrillicPoints)
    : best(bytes, ['windows-1252', 'windows-1250', 'windows-1257'], latinPoints)
}
