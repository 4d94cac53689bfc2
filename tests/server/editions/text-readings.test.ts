import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readingsOfText } from '#server/editions/text-readings.ts'
import { foldText } from '#server/names/fold.ts'
import { romanise } from '#server/names/romanise.ts'
import { repairHomoglyphs } from '#contract/names/homoglyphs.ts'

/*
 * Texts in which nothing is hidden are looked at in a shorter way, which must come to the same.
 */

const pieces = ['%41', '%D0%9C', '%25D0', '&#1052;', '&#x41c;', '\\u041c', '\\u{41c}', 'xn--e1afmkfd', 'XN--80ak6aa92e', '-\nа', '\u00AD', '\u200B', '%', '&', '\\', '#']
const letters = ['a', 'A', 'c', 'x', 'а', 'Б', 'і', 'ў', 'ё', 'ł', 'й', '\u0301', 'ß', '中', '😀', ' ', '-', '’', '7', '.']
const texts = fc.string({ unit: fc.constantFrom(...pieces, ...letters), maxLength: 14 })

test('whether a text can stand for another is seen before it is decoded: with a line end after it, which is always decoded, it reads the same', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(readingsOfText(`${text}\n`)).toEqual(readingsOfText(text).map((reading) => `${reading}\n`))
    }),
    { numRuns: 5000 },
  )
})

test('a text in one script folds as it does beside a word of the other script', () => {
  const latin = fc.string({ unit: fc.constantFrom('a', 'B', 'c', 'ł', 'é', ' ', '-', '’', '\u0301'), maxLength: 12 })
  fc.assert(
    fc.property(latin, (text) => {
      // A Cyrillic and a Latin word in one text: homoglyphs are looked for, and letters romanised one by one.
      expect(repairHomoglyphs(`${text} я`)).toBe(`${repairHomoglyphs(text)} я`)
      expect(romanise(`${text} я`)).toBe(`${romanise(text)} ia`)
      expect(foldText(`${text} я`)).toBe(`${foldText(text)} ia`.trim())
    }),
    { numRuns: 2000 },
  )
})
