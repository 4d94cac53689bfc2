import type { Suggestion } from '#contract/captures.ts'

const units = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const valueOfWord = new Map([
  ...units.map((word, value) => [word, value] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
])

/** Digits in groups or not, or an English number word up to ninety-nine. A part of a date, a decimal or an article of law is none. */
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}.,/-])(?:\\d{1,3}(?:[,\\u00a0\\u202f ]\\d{3})+|\\d{1,9}|(?:${tens.join('|')})(?:-(?:${units.slice(1, 10).join('|')}))?|${units.slice(2).toReversed().join('|')})(?![\\p{L}\\p{N}]|[.,/-]\\d)`,
  'giu',
)

const valueOf = (words: string): number => {
  const digits = words.replaceAll(/[,\u00a0\u202f ]/g, '')
  if (/^\d+$/.test(digits)) return Number(digits)
  return words
    .toLowerCase()
    .split('-')
    .reduce((sum, word) => sum + (valueOfWord.get(word) ?? 0), 0)
}

/** Whole numbers in a text, in digits or in English words. */
export const findNumbers = (text: string): Suggestion[] =>
  Array.from(text.matchAll(pattern), (match) => {
    const [words] = match
    const value = String(valueOf(words))
    return { kind: 'number', start: match.index, end: match.index + words.length, words, reading: value, value }
  })
