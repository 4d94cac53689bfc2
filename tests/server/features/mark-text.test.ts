import { expect, test } from 'vitest'
import { markText } from '#server/features/search/mark-text.ts'
import { exactMatcher, textMatcher } from '#server/features/search/matcher.ts'
import { searchWords } from '#server/names/search-words.ts'

const marking = (text: string, q: string) => markText(text, textMatcher(searchWords(q)).find(text).spans)
const shown = (text: string, q: string): string => marking(text, q).map((part) => (part.marked ? `[${part.text}]` : part.text)).join('')

test('words that begin as typed are marked, in any case, with any marks, in either alphabet', () => {
  expect(shown('They left Hrodna for Łódź.', 'lodz HROD')).toBe('They left [Hrodna] for [Łódź].')
  expect(shown('З Гродна выехалі', 'hrodna')).toBe('З [Гродна] выехалі')
})

test('a text is its parts read one after the other', () => {
  const text = 'Released <b>today</b> & "taken" to Vilnius'
  expect(marking(text, 'taken b').map((part) => part.text).join('')).toBe(text)
})

test('a long text is cut around its first mark, between words', () => {
  const text = `${'before '.repeat(60)}potash ${'after '.repeat(60)}`
  const cut = shown(text, 'potash')
  expect(cut).toMatch(/^… before .*before \[potash\] after .*after …$/)
  expect(cut.length).toBeLessThan(260)
})

test('an initial beside whole words marks nothing by itself', () => {
  expect(shown('Ales and Anna Dubrova', 'A. Dubrova')).toBe('Ales and Anna [Dubrova]')
})

test('exactly as typed begins at a word, keeps marks and punctuation, and minds no capitals', () => {
  const found = (text: string, q: string) => exactMatcher(q).find(text).spans.map(({ from, to }) => text.slice(from, to))
  expect(found('Łódź, ŁÓDŹ and Podłódź', 'łódź')).toEqual(['Łódź', 'ŁÓDŹ'])
  expect(found('Lodz', 'łódź')).toEqual([])
  expect(found('the 12-year sentence', '12-year')).toEqual(['12-year'])
  expect(found('İstanbul and istanbul', 'istanbul')).toEqual(['istanbul'])
  expect(found('"…"', '…')).toEqual([])
})
