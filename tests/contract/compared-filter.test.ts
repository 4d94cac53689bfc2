import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparedFilter, readComparedFilter, writeComparedFilter } from '#contract/compared-filter.ts'

describe('a second filter inside an address', () => {
  test('is written so that a person can read it', () => {
    expect(writeComparedFilter({ destination: 'UA,LT', from: '2024-01-01', sort: 'date' })).toBe('from:2024-01-01;destination:UA,LT')
    expect(writeComparedFilter({})).toBe('all')
  })

  test('comes back as it was, whatever words it looks for', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.constantFrom('LT', 'UA,PL'), (q, destination) => {
        expect(readComparedFilter(writeComparedFilter({ q, destination }))).toEqual({ q, destination })
      }),
    )
    expect(readComparedFilter('all')).toEqual({})
  })

  test.each([
    ['destination:Lithuania', /destination/],
    ['nonsense', /name:value/],
    ['colour:red', /name:value|colour|Unrecognized/],
    ['from:2025-01-01;to:2024-01-01', /to|from/],
  ])('that says %s is refused and named', (text, message) => {
    expect(comparedFilter.safeParse(text).error?.issues[0]?.message).toMatch(message)
  })
})
