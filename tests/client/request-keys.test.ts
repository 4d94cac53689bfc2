import { expect, test } from 'vitest'
import { requestKeys } from '#client/lib/request-keys.ts'

test('a request that is tried again has the key of the first try', () => {
  const keys = requestKeys()
  expect(keys.of({ reason: 'They are one' })).toBe(keys.of({ reason: 'They are one' }))
})

test('a request in other words, as long as they may be, has a key of its own', () => {
  const keys = requestKeys()
  const first = keys.of({ reason: 'They are one' })
  expect(keys.of({ reason: 'They are won' })).not.toBe(first)
})

test('the same words sent again on purpose are another request', () => {
  const keys = requestKeys()
  const first = keys.of({ text: 'Agreed' })
  keys.spend()
  expect(keys.of({ text: 'Agreed' })).not.toBe(first)
})
