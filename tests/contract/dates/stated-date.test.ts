import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEdtf } from '#contract/dates/edtf.ts'
import { CivilDate, StatedDate, classifyDate, statedDate, unitOf } from '#contract/dates/stated-date.ts'
import { edtfTexts } from './date-arbitraries.ts'

const stated = (edtf: string) => statedDate(edtf, 'stated')
const july = { from: '2024-07-01', to: '2024-07-31' }

describe('a stated date', () => {
  it('keeps its text in the normal form and its first and last day', () => {
    expect(stated('2024-07-xx')).toEqual({ edtf: '2024-07-XX', earliest: '2024-07-01', latest: '2024-07-31', basis: 'stated' })
  })

  it('that is not stated has no value', () => {
    expect(statedDate(null, 'not_stated')).toEqual({ edtf: null, earliest: null, latest: null, basis: 'not_stated' })
    expect(() => statedDate('2024', 'not_stated')).toThrow(RangeError)
  })

  it('that is withheld gives nothing away, whatever it was built from', () => {
    expect(statedDate('2024-07-03', 'withheld')).toEqual({ edtf: null, earliest: null, latest: null, basis: 'withheld' })
  })

  it('cannot be built from an impossible day or from nothing', () => {
    expect(() => stated('2023-02-30')).toThrow('There is no 30 February 2023')
    expect(() => statedDate(null, 'inferred')).toThrow(RangeError)
  })

  it.each([
    ['a withheld date with a value', { ...stated('2024'), basis: 'withheld' }],
    ['a date not stated with a day left in it', { ...statedDate(null, 'not_stated'), earliest: '2024-07-03' }],
    ['days that are not those of the text', { ...stated('2024'), latest: '2025-12-31' }],
    ['a text that cannot be read', { ...stated('2024'), edtf: 'soon' }],
    ['a stated date without a value', { ...statedDate(null, 'not_stated'), basis: 'stated' }],
  ])('%s is refused by the schema', (_, date) => {
    expect(StatedDate.safeParse(date).success).toBe(false)
  })

  it('passes its own schema, however it was made', () => {
    fc.assert(
      fc.property(edtfTexts, fc.constantFrom('stated', 'inferred', 'withheld'), (text, basis) => {
        fc.pre(parseEdtf(text) !== null)
        const date = statedDate(text, basis)
        expect(StatedDate.parse(date)).toEqual(date)
      }),
    )
  })
})

describe('a civil date', () => {
  it.each(['2024-02-29', '1000-01-01', '9999-12-31'])('accepts %s', (day) => {
    expect(CivilDate.parse(day)).toBe(day)
  })

  it.each(['2023-02-30', '2023-02-29', '2024-7-3', '0024-05-06', '2024-07-03T00:00:00Z', '03.07.2024', '', '2024-07'])('refuses “%s” and says what to type', (day) => {
    expect(CivilDate.safeParse(day).error?.issues[0]?.message).toMatch(/^Type a .*2025-12-13\.$/)
  })
})

describe('a date under a filter', () => {
  it.each([
    ['2024-07-03', july, 'certain'],
    ['2024-07', july, 'certain'],
    ['2024-07~', july, 'possible'],
    ['2024-07?', july, 'possible'],
    ['2024', july, 'possible'],
    ['2024-06-28/2024-07-02', july, 'possible'],
    ['../2024-07', july, 'possible'],
    ['2024-07/..', july, 'possible'],
    ['2024-08-01', july, 'outside'],
    ['2024-06~', july, 'outside'],
    ['../2024-06', july, 'outside'],
    ['2024-07/..', { from: '2024-07-01' }, 'certain'],
    ['../2024-07', { to: '2024-07-31' }, 'certain'],
    ['../2024-07', { from: '2024-07-31' }, 'possible'],
    ['2024', {}, 'certain'],
  ] as const)('%s against %o is %s', (text, range, expected) => {
    expect(classifyDate(stated(text), range)).toBe(expected)
  })

  it('without a value is undated under every filter', () => {
    expect(classifyDate(statedDate(null, 'not_stated'), july)).toBe('undated')
    expect(classifyDate(statedDate(null, 'withheld'), {})).toBe('undated')
  })

  it('is certain, possible, undated or outside, exactly as its days say', () => {
    const day = fc.date({ min: new Date('2022-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
    const side = fc.option(day, { nil: undefined })
    fc.assert(
      fc.property(edtfTexts, side, side, (text, from, to) => {
        fc.pre(parseEdtf(text) !== null && !(from !== undefined && to !== undefined && from > to))
        const date = stated(text)
        const [first, last] = [date.earliest ?? '0000', date.latest ?? '9999-99']
        const [start, end] = [from ?? '0000', to ?? '9999-99']
        const overlaps = first <= end && last >= start
        const inside = first >= start && last <= end
        const marked = /[?~%]/.test(text)
        const holds = { certain: inside && !marked, possible: overlaps && (!inside || marked), undated: false, outside: !overlaps }
        expect(Object.values(holds).filter(Boolean)).toHaveLength(1)
        expect(holds[classifyDate(date, { from, to })]).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the unit of a chart', () => {
  it.each([
    ['2024-07-03', '2024-07', '2024-Q3', '2024'],
    ['2024-07~', null, null, null],
    ['2024-07-03?', null, null, null],
    ['2024-07-28/2024-08-02', null, '2024-Q3', '2024'],
    ['2024-09/2024-10', null, null, '2024'],
    ['2024-12-31/2025-01-01', null, null, null],
    ['2024', null, null, '2024'],
    ['../2024-07', null, null, null],
    ['2024-07/..', null, null, null],
  ])('%s lies in the month %s, the quarter %s, the year %s', (text, month, quarter, year) => {
    expect([unitOf(stated(text), 'month'), unitOf(stated(text), 'quarter'), unitOf(stated(text), 'year')]).toEqual([month, quarter, year])
  })

  it('is none for a date not stated', () => {
    expect(unitOf(statedDate(null, 'not_stated'), 'year')).toBeNull()
  })
})
