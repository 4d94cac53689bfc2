import type { Suggestion } from '#contract/captures.ts'
import { countryCodes, countryName } from '#contract/countries.ts'

const languages = ['be', 'ru', 'uk', 'pl', 'lt', 'de'] as const
const english: Readonly<Record<string, string>> = { us: 'US', usa: 'US', 'u.s.': 'US', uk: 'GB', 'united states': 'US', 'united kingdom': 'GB', britain: 'GB' }

const lower = (text: string): string => text.toLowerCase().replaceAll('’', "'")

/** Names as they stand, in English, and as the languages of the sources write them. */
const namesOf = (code: string): string[] => [
  countryName(code),
  ...languages.flatMap((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code) ?? []),
]

const byName = new Map<string, string>([
  ...countryCodes.flatMap((code) => namesOf(code).map((name) => [lower(name), code] as const)),
  ...Object.entries(english),
])

/** A word of one of those languages bends at its end: what is before that, of names of one word and five letters or more. */
const stemOf = (name: string): string | null => {
  if (!/^[\p{L}'-]{5,}$/u.test(name)) return null
  return name.replace(/(?:ія|ия|ья|ая|ое|[аяоеьіыиауюй])$/u, '')
}
const byStem = new Map([...byName].flatMap(([name, code]) => {
  const stem = stemOf(name)
  return stem !== null && /\p{Script=Cyrillic}/u.test(stem) && stem.length >= 4 ? [[stem, code] as const] : []
}))

/** Letters that an ending adds to a stem, at most. */
const longestEnding = 3

const codeOfWord = (word: string): string | null => {
  const exact = byName.get(word)
  if (exact !== undefined) return exact
  for (let length = word.length; length >= Math.max(4, word.length - longestEnding); length -= 1) {
    const code = byStem.get(word.slice(0, length))
    if (code !== undefined) return code
  }
  return null
}

const wordPattern = /(?:[A-Z]\.){2,3}|[\p{L}][\p{L}\p{M}'’-]*/gu
const longestName = 4

/** Countries that a text names. A name is taken only where it begins with a capital letter: "turkey" is none. */
export const findCountries = (text: string): Suggestion[] => {
  const words = Array.from(text.matchAll(wordPattern), (match) => ({ start: match.index, end: match.index + match[0].length, word: match[0] }))
  const found: Suggestion[] = []
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at]
    if (!first || !/^\p{Lu}/u.test(first.word)) continue
    for (let count = longestName; count > 0; count -= 1) {
      const last = words[at + count - 1]
      if (!last) continue
      const name = text.slice(first.start, last.end)
      const isShort = name.length <= 2 && name !== 'US' && name !== 'UK'
      const code = isShort ? null : count === 1 ? codeOfWord(lower(name)) : (byName.get(lower(name)) ?? null)
      if (code === null) continue
      found.push({ kind: 'country', start: first.start, end: last.end, words: name, reading: countryName(code), value: code })
      at += count - 1
      break
    }
  }
  return found
}
