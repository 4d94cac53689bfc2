import { describe, expect, test } from 'vitest'
import { parseEdtf } from '#contract/dates/edtf.ts'
import { type AfterRelease, type Bounds, libertyAfter } from '#server/features/stats/liberty.rules.ts'

const undated: Bounds = { earliest: null, latest: null }
const on = (edtf: string): Bounds => parseEdtf(edtf) ?? undated

/** Released on 1 July 2024 after an arrest in 2022; nothing else is known. */
const after = (known: Partial<AfterRelease> = {}) =>
  libertyAfter({
    release: on('2024-07-01'),
    isAbroad: false,
    status: 'unknown',
    statusAsOf: undated,
    arrests: [on('2022')],
    otherReleases: [],
    until: undefined,
    ...known,
  })

describe('someone released is at liberty', () => {
  test('for certain when their status says so on the day of the release or later', () => {
    expect(after({ status: 'released', statusAsOf: on('2024-07-01') })).toBe('yes')
    expect(after({ status: 'exiled', statusAsOf: on('2025') })).toBe('yes')
  })

  test('for certain when they are known to have reached another country', () => {
    expect(after({ isAbroad: true })).toBe('yes')
  })

  test('perhaps when nothing is known afterwards, or a status has no date or an earlier one', () => {
    expect(after()).toBe('not_stated')
    expect(after({ status: 'released' })).toBe('not_stated')
    expect(after({ status: 'released', statusAsOf: on('2024') })).toBe('not_stated')
    expect(after({ status: 'missing', statusAsOf: on('2025') })).toBe('not_stated')
  })

  test('not when they were let go to house arrest, home confinement or an open facility, or are held again', () => {
    for (const status of ['house_arrest', 'home_confinement', 'open_facility', 're_detained', 'died_in_custody'] as const) {
      expect(after({ status, statusAsOf: on('2024-08-01') }), status).toBe('no')
      expect(after({ status, statusAsOf: undated }), status).toBe('not_stated')
    }
  })

  test('a status of before the release says nothing of what came after', () => {
    expect(after({ status: 'serving_sentence', statusAsOf: on('2023-05-01'), isAbroad: true })).toBe('yes')
  })
})

describe('an arrest after the release', () => {
  const arrests = [on('2022'), on('2025-03-05')]
  test('ends liberty within the period, and leaves open what was before where the period ends earlier', () => {
    expect(after({ arrests, isAbroad: true })).toBe('no')
    expect(after({ arrests, isAbroad: true, until: '2025-12-31' })).toBe('no')
    expect(after({ arrests, isAbroad: true, until: '2024-12-31' })).toBe('yes')
    expect(after({ arrests, until: '2024-12-31' })).toBe('not_stated')
  })

  test('that may have been before it, or after the period, leaves it open', () => {
    expect(after({ arrests: [on('2022'), on('2024')], isAbroad: true })).toBe('not_stated')
    expect(after({ arrests: [on('2022'), on('2025')], isAbroad: true, until: '2025-06-30' })).toBe('not_stated')
  })

  test('is not seen in the one arrest on record, whatever its date: nobody is released who was not held', () => {
    expect(after({ arrests: [undated], isAbroad: true })).toBe('yes')
    expect(after({ arrests: [on('2024')], isAbroad: true })).toBe('yes')
  })
})

describe('another release of the same person', () => {
  const status = { status: 'released', statusAsOf: on('2026-02-01') } as const
  test('later on says that they had been held again in between', () => {
    expect(after({ otherReleases: [on('2026-01-10')], ...status })).toBe('no')
    expect(after({ otherReleases: [on('2026-01-10')], until: '2025-12-31', ...status })).toBe('not_stated')
  })

  test('earlier on changes nothing, and one without a date leaves it open', () => {
    expect(after({ otherReleases: [on('2021-01-10')], ...status })).toBe('yes')
    expect(after({ otherReleases: [undated], ...status })).toBe('not_stated')
  })
})
