import { expect, test } from 'vitest'
import { saysOtherwise } from '#contract/says-otherwise.ts'

test('a source that gives another number, code or date says otherwise', () => {
  expect(saysOtherwise('30', '31')).toBe(true)
  expect(saysOtherwise('amnesty', 'pardon')).toBe(true)
  expect(saysOtherwise('2024-11-21', '2024-11-20')).toBe(true)
})

test('a source that gives the same, in words or with its thousands apart, does not', () => {
  expect(saysOtherwise('109 of the 114 taken to Ukraine', '109')).toBe(false)
  expect(saysOtherwise('1,200', '1200')).toBe(false)
  expect(saysOtherwise(' pardon ', 'pardon')).toBe(false)
})

test('where either side is not stated there is nothing to compare', () => {
  expect(saysOtherwise(null, '31')).toBe(false)
  expect(saysOtherwise('30', null)).toBe(false)
  expect(saysOtherwise('dozens', '31')).toBe(false)
})
