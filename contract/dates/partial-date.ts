import { padded } from './civil-day.ts'
import type { DateToken } from './date-tokens.ts'
import { monthName } from './english-months.ts'
import { monthOf } from './month-words.ts'

/** As much of a date as some words name; `decade` says that `year` is the first of ten. */
export type PartialDate = { year?: number; month?: number; day?: number; decade?: true; note?: string }

/**
 * Reads one date, or a part of one ("3", "3 July"), from its tokens. Null when the tokens are no date.
 * Days and months are not checked against the calendar here.
 */
export function readPartialDate(tokens: readonly DateToken[]): PartialDate | { problem: string } | null {
  const keys = tokens.map((token) => token.key)
  const [first = '', second = '', third = '', , fifth = ''] = keys
  switch (shapeOf(tokens)) {
    case 'n':
      return isYear(first) ? { year: Number(first) } : isShort(first) ? { day: Number(first) } : null
    case 'm':
      return monthFields(first)
    case 'ns':
      return decadeOf(tokens)
    case 'nm':
      return isYear(first) ? { year: Number(first), ...monthFields(second) } : isShort(first) ? { day: Number(first), ...monthFields(second) } : null
    case 'mn':
      return isYear(second) ? { ...monthFields(first), year: Number(second) } : isShort(second) ? { ...monthFields(first), day: Number(second) } : null
    case 'nn':
      return isShort(first) && isYear(second) ? { day: Number(first), year: Number(second) } : null
    case 'mnn':
      return dayMonthYear(second, monthFields(first), third)
    case 'nmn':
      return isYear(first) && isShort(third) ? dayMonthYear(third, monthFields(second), first) : dayMonthYear(first, monthFields(second), third)
    case 'n-m-n':
    case 'n/m/n':
    case 'n.m.n':
      return dayMonthYear(first, monthFields(third), fifth)
    case 'n-n-n':
    case 'n/n/n':
    case 'n.n.n':
      return inNumbers(first, third, fifth, second)
    case 'n-n':
    case 'n/n':
    case 'n.n':
      return twoNumbers(first, second, third)
    default:
      return null
  }
}

/** One letter a token: n number, m month, s the ending of "2020s", or the separating sign itself. */
function shapeOf(tokens: readonly DateToken[]): string {
  if (tokens.length > 5) return ''
  return tokens
    .map((token) => {
      if (token.kind === 'number') return 'n'
      if (token.kind === 'sign') return ['-', '/', '.'].includes(token.key) ? token.key : '!'
      return token.key === 's' ? 's' : monthOf(token.key) === null ? '!' : 'm'
    })
    .join('')
}

function dayMonthYear(day: string, month: PartialDate, year: string): PartialDate | { problem: string } | null {
  if (!isShort(day)) return null
  if (isShort(year)) return { problem: centuryProblem(year) }
  return isYear(year) ? { day: Number(day), ...month, year: Number(year) } : null
}

/** Three numbers: year first when the first has four digits, else day first. */
function inNumbers(first: string, second: string, third: string, sign: string): PartialDate | { problem: string } | null {
  if (!isShort(second)) return null
  if (isYear(first) && isShort(third)) return { year: Number(first), month: Number(second), day: Number(third), ...(sign === '-' ? {} : { note: 'year first' }) }
  if (!isShort(first)) return null
  if (isShort(third)) return { problem: centuryProblem(third) }
  if (!isYear(third)) return null
  if (Number(second) > 12) return { problem: monthFirstProblem(Number(first), Number(second), third) }
  return { day: Number(first), month: Number(second), year: Number(third), note: 'day first' }
}

function twoNumbers(first: string, sign: string, second: string): PartialDate | null {
  if (isYear(first) && isShort(second)) return { year: Number(first), month: Number(second), ...(sign === '-' ? {} : { note: 'year first' }) }
  if (isShort(first) && isYear(second)) return { month: Number(first), year: Number(second) }
  // "3-9" is two days, never the 3rd of September.
  return isShort(first) && isShort(second) && sign !== '-' ? { day: Number(first), month: Number(second), note: 'day first' } : null
}

function decadeOf([number, ending]: readonly DateToken[]): PartialDate | { problem: string } | null {
  if (number === undefined || ending === undefined || number.end !== ending.start || !isYear(number.key) || !number.key.endsWith('0')) return null
  const year = Number(number.key)
  if (year % 100 === 0) return { problem: `${number.key}s could be ten years or a hundred: write the first and the last year, such as between ${year} and ${year + 9}.` }
  return { year, decade: true }
}

function monthFields(key: string): PartialDate {
  const month = monthOf(key)
  return month === null ? {} : { month }
}

const isYear = (key: string): boolean => /^\d{4}$/.test(key)
const isShort = (key: string): boolean => /^\d{1,2}$/.test(key)

function centuryProblem(year: string): string {
  return `${year} could be a year of any century: write the year with four digits, such as 19${padded(Number(year), 2)} or 20${padded(Number(year), 2)}.`
}

function monthFirstProblem(day: number, month: number, year: string): string {
  const swapped = day >= 1 && day <= 12 && month <= 31 ? ` Write ${month} ${monthName(day)} ${year} if that is the date.` : ' Write it as 13 December 2025 or 2025-12-13.'
  return `Dates in numbers are read day first, and there is no month ${month}.${swapped}`
}
