import { expect, test } from 'vitest'
import { placeWords } from '#contract/charts/place-words.ts'

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
