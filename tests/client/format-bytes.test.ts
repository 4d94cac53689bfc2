import { expect, test } from 'vitest'
import { formatBytes } from '#client/lib/format-bytes.ts'

test.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [9949, '10 kB'],
  [84_300, '84 kB'],
  [999_600, '1.0 MB'],
  [3_641_344, '3.6 MB'],
  [5_200_000_000, '5,200 MB'],
])('%d bytes read %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words)
})
