import { describe, expect, test } from 'vitest'
import { countedBand, formatBand, formatCount, formatInterval, formatNumber } from '#contract/charts/format-count.ts'

const count = (lowest: number, best: number, highest: number, openLow = false, openHigh = false) => ({
  lowest,
  best,
  highest,
  openLow,
  openHigh,
})

describe('a number of people', () => {
  test.each([
    [count(123, 123, 123), '123'],
    [count(51, 52, 52), '52 (51 to 52)'],
    [count(9, 9, 9, false, true), 'at least 9'],
    [count(9, 9, 9, true, false), 'at most 9'],
    [count(120, 120, 120, true, true), 'about 120'],
    [count(52, 60, 60, false, true), '60 (52 or more)'],
    [count(40, 40, 44, true, false), '40 (44 or fewer)'],
    [count(1000, 1234567, 1234567), '1,234,567 (1,000 to 1,234,567)'],
  ])('%o reads “%s”', (given, words) => {
    expect(formatCount(given)).toBe(words)
  })

  test('what is left of a total keeps the used number inside its band', () => {
    // 864 (863 to 864) less cells of 472 (472 to 473): at both ends the rest is one lower than at the used number.
    expect(formatCount(count(391, 392, 391))).toBe('392 (391 to 392)')
  })

  test('a rest below zero is written with a minus sign', () => {
    expect(formatNumber(-1234)).toBe('−1,234')
  })
})

test('the band alone is said only where claims differ', () => {
  expect(formatBand(count(863, 864, 864))).toBe('863 to 864')
  expect(formatBand(count(17, 17, 17))).toBeNull()
  expect(formatBand(count(863, 864, 864, false, true))).toBe('863 or more')
})

test('an interval without an upper bound says so', () => {
  expect(formatInterval({ lowest: 109, highest: 113 })).toBe('109 to 113')
  expect(formatInterval({ lowest: 117, highest: 117 })).toBe('117')
  expect(formatInterval({ lowest: 4, highest: null })).toBe('4 or more')
  expect([1, 2].map((highest) => countedBand({ lowest: 1, highest }, 'person', 'people'))).toEqual(['1 person', '1 to 2 people'])
})
