import { scryptSync } from 'node:crypto'
import { plainWords, wordsOf } from '../../editions/taken-words.ts'

/*
 * The list outside the backups knows words that were taken out by a digest only, one that costs
 * too much to guess names by. In the text they were chosen in, an older backup still has them:
 * there the digest finds them again.
 */

export type WordsDigest = { readonly count: number; readonly salt: string; readonly digest: string }

const digestOf = (words: readonly string[], salt: string): string =>
  scryptSync(words.join(' '), Buffer.from(salt, 'hex'), 32, { N: 2 ** 14 }).toString('hex')

/** How the list knows these words. `salt` is hexadecimal. */
export const digestOfWords = (text: string, salt: string): WordsDigest => {
  const words = plainWords(text)
  return { count: words.length, salt, digest: digestOf(words, salt) }
}

/** The stretch of one of the texts that has this digest, or null. */
export const findStretch = (texts: readonly string[], { count, salt, digest }: WordsDigest): string | null => {
  const tried = new Set<string>()
  for (const text of texts.map((one) => one.normalize('NFC'))) {
    const words = wordsOf(text)
    for (const [index, first] of words.entries()) {
      const last = words[index + count - 1]
      if (last === undefined) break
      const stretch = words.slice(index, index + count).map(({ word }) => word.toLowerCase())
      const key = stretch.join(' ')
      if (tried.has(key)) continue
      tried.add(key)
      if (digestOf(stretch, salt) === digest) return text.slice(first.start, last.end)
    }
  }
  return null
}
