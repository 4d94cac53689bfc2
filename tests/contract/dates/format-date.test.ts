import { describe, expect, it } from 'vitest'
import { formatStatedDate, formatUnit } from '#contract/dates/format-date.ts'
import { statedDate } from '#contract/dates/stated-date.ts'

describe('a date in words', () => {
  it.each([
    ['2025-12-13', '13 December 2025'],
    ['2025-06', 'June 2025, day not stated'],
    ['2025-06-XX', 'June 2025, day not stated'],
    ['2024', '2024, month not stated'],
    ['202X', '2020s, year not stated'],
    ['200X', 'between 2000 and 2009'],
    ['2025-06~', 'about June 2025'],
    ['2024?', 'perhaps 2024'],
    ['2024%', 'perhaps about 2024'],
    ['2024-07-03/2024-07-09', 'between 3 and 9 July 2024'],
    ['2024-07-30/2024-08-02', 'between 30 July and 2 August 2024'],
    ['2023-12-30/2024-01-02', 'between 30 December 2023 and 2 January 2024'],
    ['2024-06/2024-08', 'between June and August 2024'],
    ['2023/2024-02', 'between 2023 and February 2024'],
    ['2024-06~/2024-08~', 'roughly between June and August 2024'],
    ['2024-06~/2024-08?', 'between about June 2024 and perhaps August 2024'],
    ['../2019', 'before 2020'],
    ['../2024-12-31', 'before 1 January 2025'],
    ['../2024-06~', 'before about July 2024'],
    ['2021-06/..', 'after May 2021'],
    ['2024-03-01/..', 'after 29 February 2024'],
    ['202X/..', 'after 2019'],
    ['../202X', 'before 2030'],
    ['../9999', '9999 or earlier'],
  ])('%s reads “%s”', (text, words) => {
    expect(formatStatedDate(statedDate(text, 'stated'))).toBe(words)
  })

  it('says when it was inferred, not stated or withheld', () => {
    expect(formatStatedDate(statedDate('2025-12-13', 'inferred'))).toBe('13 December 2025, inferred')
    expect(formatStatedDate(statedDate(null, 'not_stated'))).toBe('not stated')
    expect(formatStatedDate(statedDate(null, 'withheld'))).toBe('withheld')
  })

  it.each([
    ['2024-Q3', 'Jul–Sep 2024'],
    ['2024-07', 'July 2024'],
    ['2024', '2024'],
  ])('the unit %s reads “%s”', (unit, words) => {
    expect(formatUnit(unit)).toBe(words)
  })
})
