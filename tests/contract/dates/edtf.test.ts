import edtf from 'edtf'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCivilDay } from '#contract/dates/civil-day.ts'
import { edtfProblem, parseEdtf } from '#contract/dates/edtf.ts'
import { edtfTexts } from './date-arbitraries.ts'

const bounds = (text: string) => {
  const read = parseEdtf(text)
  return read && [read.earliest, read.latest]
}

describe('EDTF text', () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31', 'year'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['2024-07-03', '2024-07-03', '2024-07-03', 'day'],
    ['2024-07-XX', '2024-07-01', '2024-07-31', 'month'],
    ['2024-XX', '2024-01-01', '2024-12-31', 'year'],
    ['202X', '2020-01-01', '2029-12-31', 'decade'],
    ['2024-07-03/2024-07-09', '2024-07-03', '2024-07-09', 'interval'],
    ['2023/2024-02', '2023-01-01', '2024-02-29', 'interval'],
    ['../2019', null, '2019-12-31', 'interval'],
    ['2021-06/..', '2021-06-01', null, 'interval'],
  ])('%s runs from %s to %s, precision %s', (text, earliest, latest, precision) => {
    expect(parseEdtf(text)).toMatchObject({ edtf: text, earliest, latest, precision, approximate: false, uncertain: false })
  })

  it.each([
    ['2024?', false, true],
    ['2024-07~', true, false],
    ['2024-07-03%', true, true],
    ['2024-06~/2024-08?', true, true],
    ['../2019~', true, false],
  ])('%s is approximate: %s, uncertain: %s', (text, approximate, uncertain) => {
    expect(parseEdtf(text)).toMatchObject({ approximate, uncertain })
  })

  it.each([
    [' 2024-07-xx ', '2024-07-XX'],
    ['2024?~', '2024%'],
    ['2024-07-XX?', '2024-07?'],
    ['2024 / 2025', '2024/2025'],
    ['2024/2024', '2024'],
    ['/2024', '../2024'],
    ['2024/', '2024/..'],
    ['201X/202X', '2010/2029'],
    ['../2024-07-XX', '../2024-07'],
  ])('%s has one normal form, %s', (text, normal) => {
    expect(parseEdtf(text)?.edtf).toBe(normal)
  })

  it.each([
    ['2023-02-30', 'There is no 30 February 2023'],
    ['2023-13', 'no month 13'],
    ['2024-07/2024-05', 'does not come after'],
    ['2024-07-03T10:00:00Z', 'Times of day are not kept'],
    ['2021-22', 'part of a year'],
    ['2024-XX-15', 'without its month'],
    ['../..', 'open on both sides'],
    ['2024/2025/2026', 'two ends'],
    ['0024-05-06', 'too early'],
    ['202X?', '2020?/2029?'],
    ['', 'empty'],
    ['soon', '“soon” is not a date'],
  ])('refuses “%s” with a sentence', (text, part) => {
    expect(parseEdtf(text)).toBeNull()
    expect(edtfProblem(text)).toContain(part)
  })

  it('refuses ten thousand characters with a sentence', () => {
    expect(edtfProblem('9'.repeat(10_000))).toContain('too long')
  })

  it('has a problem exactly when it cannot be read', () => {
    fc.assert(fc.property(fc.oneof(edtfTexts, fc.string()), (text) => (parseEdtf(text) === null) === (edtfProblem(text) !== null)))
  })

  it('gives days that exist, in order, and a normal form that reads the same', () => {
    fc.assert(
      fc.property(edtfTexts, (text) => {
        const read = parseEdtf(text)
        if (read === null) return
        for (const day of [read.earliest, read.latest]) expect(day === null || isCivilDay(day)).toBe(true)
        expect((read.earliest ?? '') <= (read.latest ?? '9999-12-31')).toBe(true)
        expect(parseEdtf(read.edtf)).toEqual(read)
      }),
      { numRuns: 2000 },
    )
  })

  it('agrees with the edtf package on what can be read and on its days', () => {
    let read = 0
    fc.assert(
      fc.property(edtfTexts, (text) => {
        const [first, second] = text.split('/')
        // We also read what it refuses and means nothing new: one date written twice, and a mark beside an X.
        fc.pre(first !== second && !/X.*[?~%]|[?~%].*X/.test(text))
        expect(bounds(text)).toEqual(boundsOfPackage(text))
        if (bounds(text) !== null) read += 1
      }),
      { numRuns: 4000 },
    )
    expect(read).toBeGreaterThan(1000)
  })

  it('has a normal form that the edtf package can always read', () => {
    fc.assert(
      fc.property(edtfTexts, (text) => {
        const read = parseEdtf(text)
        fc.pre(read !== null)
        expect(boundsOfPackage(read?.edtf ?? '')).toEqual(bounds(text))
      }),
      { numRuns: 1000 },
    )
  })
})

/** The package takes 29 February of any year for a day, and counts it as 1 March. */
const hasFalseLeapDay = (text: string) => (text.match(/\d{4}-02-29/g) ?? []).some((day) => dayOf(Date.parse(day)) !== day)

function boundsOfPackage(text: string): [string | null, string | null] | null {
  if (hasFalseLeapDay(text)) return null
  try {
    const { min, max } = edtf(text)
    return [dayOf(min), dayOf(max)]
  } catch {
    return null
  }
}

function dayOf(time: number | null): string | null {
  return time === null || !Number.isFinite(time) ? null : new Date(time).toISOString().slice(0, 10)
}
