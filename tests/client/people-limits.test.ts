import { expect, test } from 'vitest'
import { leftOutByDates } from '#client/features/detainees/people-limits.ts'

test('only a filter by dates leaves people out for having none', () => {
  expect(leftOutByDates(521, false)).toBe(0)
  expect(leftOutByDates(521, true)).toBe(521)
})
