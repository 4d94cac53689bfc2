import { expect, test } from 'vitest'
import { readTypedRange } from '#client/lib/read-typed-range.ts'

test('a year as From begins on its first day and as To ends on its last', async () => {
  expect(await readTypedRange({ from: '2024', to: '2024' })).toEqual({ range: { from: '2024-01-01', to: '2024-12-31' } })
})

test('a month in words is read whole', async () => {
  expect(await readTypedRange({ from: 'February 2024', to: 'February 2024' })).toEqual({
    range: { from: '2024-02-01', to: '2024-02-29' },
  })
})

test('an empty side is open', async () => {
  expect(await readTypedRange({ from: '', to: '13 December 2025' })).toEqual({ range: { from: '', to: '2025-12-13' } })
})

test('what is no date is said at the side it was typed in', async () => {
  const reading = await readTypedRange({ from: 'soon', to: '2023-02-30' })
  expect(reading).toEqual({ problems: { from: expect.any(String), to: expect.any(String) } })
})

test('a range that ends before it begins is refused at its end', async () => {
  expect(await readTypedRange({ from: '2025', to: '2024' })).toEqual({
    problems: { to: 'This is before From (2025-01-01). Swap the two dates.' },
  })
})
