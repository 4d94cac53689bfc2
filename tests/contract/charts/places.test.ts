import { expect, test } from 'vitest'
import { placeRows } from '#contract/charts/place-rows.ts'
import { placeWords } from '#contract/charts/place-words.ts'

const count = (best: number) => ({ lowest: best, best, highest: best, openLow: false, openHigh: false })

test('a destination that is the releasing country reads as having stayed, never as taken there', () => {
  expect(placeWords('BY', 'BY')).toBe('stayed in Belarus')
  expect(placeWords('BY', 'BY', 'arrived')).toBe('stayed in Belarus')
  expect(placeWords(null, 'BY', 'remained')).toBe('stayed in Belarus')
})

test('how far a journey is known is said with its end', () => {
  expect(placeWords('LT', 'BY', 'en_route')).toBe('Lithuania, on the way')
  expect(placeWords('UA', 'BY', 'transported')).toBe('Ukraine, transported there')
  expect(placeWords('LT', 'BY')).toBe('Lithuania')
})

test('what nobody says stays unsaid, and a refusal to leave is no destination', () => {
  expect(placeWords(null, 'BY', 'not_stated')).toBe('not stated')
  expect(placeWords('not_stated', 'BY')).toBe('not stated')
  expect(placeWords(null, 'BY', 'refused_departure')).toBe('refused to leave')
})

test('destinations come by number, and those who stayed and “not stated” after all of them', () => {
  const rows = placeRows([
    { code: 'not_stated', events: 1, reported: count(392) },
    { code: 'BY', events: 1, reported: count(235), stayed: true },
    { code: 'LT', events: 1, reported: count(92) },
    { code: 'UA', events: 1, reported: count(145) },
  ])
  expect(rows.map(({ code, apart }) => [code, apart])).toEqual([
    ['UA', false],
    ['LT', false],
    ['BY', true],
    ['not_stated', true],
  ])
})
