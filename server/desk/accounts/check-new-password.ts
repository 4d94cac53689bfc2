import { readFileSync } from 'node:fs'
import { invalid } from '../../http/errors.ts'

/*
 * NIST SP 800-63B 5.1.1.2: length counts, composition rules do not; what is common, repeated,
 * a sequence, or made of the name of the site or its user is refused. At 15 characters lists of
 * leaked passwords hold little; their parts, put together, are what is guessed.
 */

const listed = readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .flatMap((line) => line.split(' '))
  .filter((word) => word.length >= 2)

const walks = [
  'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', 'azertyuiop', '1234567890', 'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', '1q2w3e4r5t6y7u8i9o0p', 'abcdefghijklmnopqrstuvwxyz',
  'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'абвгдежзийклмнопрстуфхцчшщъыьэюя',
]
const runs = walks.flatMap((walk) => [walk, [...walk].toReversed().join('')])

const digitsAsLetters: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }

const lettersAndDigits = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** The password as its guesser sees it: without signs, and with digits read as the letters they stand for. */
const readings = (password: string): string[] => {
  const plain = password.normalize('NFKC').toLowerCase()
  return [...new Set([plain, plain.replaceAll(/[013457@$!]/g, (sign) => digitsAsLetters[sign] ?? sign)].map(lettersAndDigits))]
}

/** How many characters from `at` are one guessable piece, longest first: a word, digits, a walk, one sign repeated. */
const piecesAt = (text: string, at: number, words: ReadonlySet<string>, longest: number): number[] => {
  const lengths = new Set<number>()
  for (let length = Math.min(longest, text.length - at); length >= 2; length -= 1) {
    const piece = text.slice(at, at + length)
    if (words.has(piece) || (length >= 3 && runs.some((run) => run.includes(piece)))) lengths.add(length)
  }
  for (const pattern of [/^\d+/u, /^(.)\1+/u]) {
    const [found = ''] = pattern.exec(text.slice(at)) ?? []
    if (found !== '') lengths.add(found.length)
  }
  return [...lengths]
}

/** The fewest different pieces that make up the whole text, one character more or less, or null where it is more than that. */
const fewestPieces = (text: string, words: ReadonlySet<string>): number | null => {
  const longest = Math.max(...[...words].map((word) => word.length), 36)
  let best: number | null = null
  const seen = new Map<string, number>()
  const walk = (at: number, used: ReadonlySet<string>, spare: number): void => {
    if (used.size > mostPieces || (best !== null && used.size >= best)) return
    if (at === text.length) {
      best = used.size
      return
    }
    const state = `${at} ${spare} ${[...used].toSorted().join(' ')}`
    if (seen.has(state)) return
    seen.set(state, used.size)
    for (const length of piecesAt(text, at, words, longest)) walk(at + length, new Set(used).add(text.slice(at, at + length)), spare)
    if (spare > 0) walk(at + 1, used, spare - 1)
  }
  walk(0, new Set(), 1)
  return best
}

/** Four words that mean nothing together are hard to guess; three of these are not. */
const mostPieces = 3

/** The words of a name or an address, long enough to be told from chance. */
const partsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).map(lettersAndDigits).filter((part) => part.length >= 4)

type Owner = { readonly name: string; readonly email: string }

/** Why a password must not be used, or null. */
export const whyNot = (password: string, { name, email }: Owner): string | null => {
  const own = [name, ...email.split('@')].flatMap(partsOf)
  const whole = lettersAndDigits(password)
  if ([name, email.split('@')[0] ?? ''].flatMap(partsOf).some((part) => part.length >= 5 && whole.includes(part))) {
    return 'Leave your name and your address out of the password: they are tried first.'
  }
  if (new Set(whole).size < 5) return 'Use more different characters: a few of them, repeated, are tried first.'
  const words = new Set([...listed, ...own])
  if (readings(password).some((text) => fewestPieces(text, words) !== null)) {
    return 'This is made of what is tried first: common passwords, rows of keys, years. Use four or five words that have nothing to do with each other.'
  }
  return null
}

/** Throws 400 at the field for a password that is easily guessed. */
export const checkNewPassword = (password: string, owner: Owner): void => {
  const reason = whyNot(password, owner)
  if (reason !== null) throw invalid({ password: reason })
}
