import { describe, expect, test } from 'vitest'
import { detaineesSentence, sanctionsActionsSentence } from '#contract/record-sentences.ts'
import { fileNameOf, rangePhrase, releaseEventsSentence } from '#contract/sentence.ts'

describe('the sentence of a filter of release events', () => {
  test('names country, dates and destinations as a person would say them', () => {
    expect(releaseEventsSentence({ country: ['BY'], from: '2024-01-01', destination: ['LT', 'UA'] }, 23)).toBe(
      '23 release events from Belarus since January 2024, taken to Lithuania or Ukraine',
    )
  })

  test('without a filter says only how many there are', () => {
    expect(releaseEventsSentence({}, 23)).toBe('23 release events')
    expect(releaseEventsSentence({}, 1)).toBe('1 release event')
    expect(releaseEventsSentence({}, 0)).toBe('No release events')
    expect(releaseEventsSentence({})).toBe('Release events')
  })

  test('nobody is taken to the country that releases them: they stayed in it', () => {
    expect(releaseEventsSentence({ country: ['BY'], destination: ['BY', 'LT'] }, 2)).toBe(
      '2 release events from Belarus, taken to Lithuania or stayed in Belarus',
    )
  })

  test('a destination that is not stated is said beside those that are', () => {
    expect(releaseEventsSentence({ destination: ['LT', 'not_stated'] }, 4)).toBe(
      '4 release events, taken to Lithuania or destination not stated',
    )
  })

  test('three places are joined as in writing, and countries carry their article', () => {
    expect(releaseEventsSentence({ destination: ['LT', 'PL', 'US'] }, 3)).toBe(
      '3 release events, taken to Lithuania, Poland or the United States',
    )
  })

  test('whom an event counts and whether anyone is named are said; both together choose nothing', () => {
    expect(releaseEventsSentence({ population: ['political_prisoners', 'not_stated'], named: ['yes'] }, 2)).toBe(
      '2 release events, counting political prisoners or people not stated which, with someone on record',
    )
    expect(releaseEventsSentence({ named: ['no'] })).toBe('Release events, with nobody on record')
    expect(releaseEventsSentence({ named: ['yes', 'no'] })).toBe('Release events')
  })

  test('basis, sanctions authority, source and words are each said', () => {
    expect(
      releaseEventsSentence({ basis: ['pardon', 'not_stated'], sanctionsAuthority: ['US'], source: 7, q: 'potash' }, 1),
    ).toBe(
      '1 release event, basis: pardon or not stated, linked to sanctions of the United States, as SRC-7 alone tells it, matching “potash”',
    )
  })

  test('events that a link lists are said to be listed: a place then chooses numbers, not events', () => {
    expect(releaseEventsSentence({ country: ['BY'], destination: ['NO'], named: ['no'], source: 7, pinned: [1, 2] }, 2)).toBe(
      '2 release events from Belarus, listed by number; numbers: taken to Norway, as SRC-7 alone tells it',
    )
    expect(releaseEventsSentence({ named: ['no'], pinned: [1, 2] }, 2)).toBe('2 release events, listed by number')
  })
})

describe('a range of dates in words', () => {
  test.each([
    ['2024-01-01', undefined, ' since January 2024'],
    ['2024-01-09', undefined, ' since 9 January 2024'],
    [undefined, '2024-02-29', ' until February 2024'],
    [undefined, '2024-02-28', ' until 28 February 2024'],
    ['2024-01-01', '2024-12-31', ' in 2024'],
    ['2023-01-01', '2024-12-31', ' from 2023 to 2024'],
    ['2024-06-01', '2024-06-30', ' in June 2024'],
    ['2024-06-01', '2024-08-31', ' from June 2024 to August 2024'],
    ['2024-06-01', '2024-08-30', ' from 1 June 2024 to 30 August 2024'],
    ['2024-06-03', '2024-08-31', ' from 3 June 2024 to 31 August 2024'],
    ['2024-07-03', '2024-07-03', ' on 3 July 2024'],
    [undefined, undefined, ''],
  ])('%s to %s reads “%s”', (from, to, words) => {
    expect(rangePhrase(from, to)).toBe(words)
  })
})

test('people are described by what is asked of them', () => {
  expect(detaineesSentence({ country: ['BY'], status: ['released', 'exiled'], releasedFrom: '2025-01-01' }, 12)).toBe(
    '12 detainees held or released by Belarus, status: released or exiled, released since January 2025',
  )
})

test('sanctions actions are described by who acted and whether a source links them', () => {
  expect(sanctionsActionsSentence({ authority: ['US', 'EU'], action: ['delisting'], linked: 'no' }, 0)).toBe(
    'No sanctions actions by the United States or the European Union, delisting, linked to no release event',
  )
})

test('a sentence makes a file name that every system takes', () => {
  expect(fileNameOf('23 release events from Belarus, matching “Бяляцкі / á”')).toBe('23-release-events-from-belarus-matching-a')
  expect(fileNameOf('x'.repeat(200))).toHaveLength(80)
})
