import { describe, expect, test } from 'vitest'
import { type WarnedEvent, releaseEventWarnings } from '#contract/release-event-warnings.ts'

const count = (dimension: string, best: number, more: Partial<WarnedEvent['counts'][number]> = {}) => ({
  dimension,
  relation: 'partition',
  qualifier: 'exact',
  best,
  highest: null,
  state: 'used',
  ...more,
})

const warnings = (event: Partial<WarnedEvent>) =>
  releaseEventWarnings({ date: '1 March 2024', sources: [], counts: [], named: 0, newNames: [], people: [], ...event }, '2026-01-31')

describe('what cannot well be so in a release is said', () => {
  test('a date that is still to come, and not one that may be today', () => {
    expect(warnings({ date: '1 February 2026' })).toEqual(['The release is dated 1 February 2026, which is still to come.'])
    expect(warnings({ date: 'January 2026' })).toEqual([])
    expect(warnings({ date: 'not stated' })).toEqual([])
  })

  test('a date after a source was published, and not one that may be the same day', () => {
    const source = (published: string) => [{ name: 'The Invented Courier', published }]
    expect(warnings({ sources: source('28 February 2024') })).toEqual([
      'The release is dated 1 March 2024, after its source was published: The Invented Courier, 28 February 2024.',
    ])
    expect(warnings({ sources: source('March 2024') })).toEqual([])
    expect(warnings({ sources: source('not stated') })).toEqual([])
  })

  test('parts that are more than the total, and not parts of a total without an upper end', () => {
    const parts = [count('destination', 8), count('destination', 5)]
    expect(warnings({ counts: [count('total', 12), ...parts] })).toEqual(['The destinations add up to 13, more than the total of 12.'])
    expect(warnings({ counts: [count('total', 12, { qualifier: 'at_least' }), ...parts] })).toEqual([])
    expect(warnings({ counts: [count('total', 12, { qualifier: 'about', highest: 15 }), ...parts] })).toEqual([])
    expect(warnings({ counts: [count('total', 13), ...parts] })).toEqual([])
  })

  test('three people named of a total of one', () => {
    expect(warnings({ counts: [count('total', 1)], named: 3 })).toEqual(['3 people are named, more than the total of 1.'])
    expect(warnings({ counts: [count('total', 3)], named: 3 })).toEqual([])
  })

  test('an onward transfer before the release, still to come, to where they are, or of someone who refused to leave', () => {
    const taken = (more: Partial<WarnedEvent['people'][number]>) =>
      warnings({
        people: [{ name: 'Ina Vydumanaya', destination: 'LT', destinationState: 'arrived', onwardCountry: 'PL', onward: '9 March 2024', ...more }],
      })
    expect(taken({})).toEqual([])
    expect(taken({ onward: 'March 2024' })).toEqual([])
    expect(taken({ onward: 'February 2024' })).toEqual([
      'Ina Vydumanaya was taken on to Poland, February 2024, day not stated, before the release: 1 March 2024.',
    ])
    expect(taken({ onward: '1 February 2026' })).toEqual([
      'Ina Vydumanaya was taken on to Poland, 1 February 2026, which is still to come.',
    ])
    expect(taken({ onwardCountry: 'LT' })).toEqual(['Ina Vydumanaya was taken on to where they were taken already: Lithuania.'])
    expect(taken({ destination: null, destinationState: 'refused_departure' })).toEqual([
      'Ina Vydumanaya refused to leave, but was taken on to Poland.',
    ])
  })

  test('one new person entered twice', () => {
    expect(warnings({ newNames: ['Ina Vydumanaya', 'ina  vydumanaya', ''] })).toEqual(['ina  vydumanaya is added as a new person twice.'])
  })
})
