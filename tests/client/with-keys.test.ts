import { expect, test } from 'vitest'
import { withKeys } from '#client/lib/with-keys.ts'

const words = (item: string) => item
const keysOf = (items: readonly string[]) => withKeys(items, words).map(({ key }) => key)

test('items of the same words have keys of their own', () => {
  const keys = keysOf(['Name', 'Date', 'Name', '0 Name', 'Name'])
  expect(new Set(keys).size).toBe(5)
})

test('an item keeps its key when others come before it', () => {
  const [date] = keysOf(['Date'])
  expect(keysOf(['Name', 'Place', 'Date'])[2]).toBe(date)
})
