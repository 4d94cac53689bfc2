import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holderOf } from '#server/editions/held-strings.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'я', '中', '😀', ' '), maxLength: 12 })
const strings = fc.array(letters.filter((text) => text !== ''), { maxLength: 6 })

test('a text holds one of many strings exactly where looking for each of them finds one', () => {
  fc.assert(
    fc.property(strings, letters, (looked, text) => {
      expect(holderOf(looked)(text)).toBe(looked.some((string) => text.includes(string)))
    }),
    { numRuns: 2000 },
  )
})

test('a string that begins like another, or ends the text, is found', () => {
  const holds = holderOf(['abcdef', 'abcd', 'ab'])
  expect(['xab', 'abcd', 'zabcdez', 'a b'].map(holds)).toEqual([true, true, true, false])
  expect(holderOf([])('anything')).toBe(false)
})
