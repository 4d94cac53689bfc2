import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idsOf, writeIds } from '#contract/id-list.ts'

const read = (text: string): number[] => idsOf('D').parse(text)

test('records listed in an address are read back as they were written, few or many', () => {
  const sparse = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 300 })
  const dense = fc.subarray(Array.from({ length: 400 }, (_, index) => index + 1))
  fc.assert(
    fc.property(fc.oneof(sparse, dense), (ids) => {
      const text = writeIds(ids)
      expect(text).toMatch(/^[A-Za-z0-9,~_-]*$/)
      expect(read(text).toSorted((a, b) => a - b)).toEqual(ids.toSorted((a, b) => a - b))
    }),
    { numRuns: 300 },
  )
})

test('a few are written so that a person can read them, and a third of 20,000 fit into an address', () => {
  expect(writeIds([3, 12, 7])).toBe('3,12,7')
  expect(read('3,D-12')).toEqual([3, 12])
  const third = Array.from({ length: 20_000 }, (_, index) => index + 1).filter((id) => (id * 7919) % 3 === 0 || id % 101 === 0)
  const text = writeIds(third)
  expect(text.length).toBeLessThan(4000)
  expect(read(text)).toEqual(third)
})

test('no record at all can be listed, and what is no list is refused', () => {
  expect(read(writeIds([]))).toEqual([])
  for (const wrong of ['', 'x', 'R-3', '0', '~!', '3;4']) expect(idsOf('D').safeParse(wrong).success, wrong).toBe(false)
})
