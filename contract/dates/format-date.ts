import { FIRST_YEAR, LAST_YEAR, padded } from './civil-day.ts'
import type { EdtfMark, EdtfPoint } from './edtf-point.ts'
import { readEdtf } from './edtf.ts'
import { monthName, shortMonthName } from './english-months.ts'
import { neighbourOf, type CalendarUnit } from './neighbour.ts'
import type { StatedDate } from './stated-date.ts'

/**
 * The one way a date is written in the product: "13 December 2025", "June 2025, day not stated",
 * "between 3 and 9 July 2024", "before 2020", "not stated", "withheld". `readDate` reads all of it back.
 * Throws a RangeError when the date's text is not in the EDTF subset.
 */
export function formatStatedDate(date: StatedDate): string {
  if (date.basis === 'withheld') return 'withheld'
  if (date.edtf === null) return 'not stated'
  return date.basis === 'inferred' ? `${formatEdtf(date.edtf)}, inferred` : formatEdtf(date.edtf)
}

/** Writes a chart's unit: `2024-Q3` as "Jul–Sep 2024", `2024-07` as "July 2024", `2024` as itself. Throws a RangeError for a month over 12. */
export function formatUnit(unit: string): string {
  const parts = /^(\d{4})-(?:Q([1-4])|(\d{2}))$/.exec(unit)
  if (parts === null) return unit
  const [, year = '', quarter, month] = parts
  if (quarter === undefined) return `${monthName(Number(month))} ${year}`
  const last = Number(quarter) * 3
  return `${shortMonthName(last - 2)}–${shortMonthName(last)} ${year}`
}

function formatEdtf(edtf: string): string {
  const shape = readEdtf(edtf)
  if ('problem' in shape) throw new RangeError(shape.problem)
  if (shape.kind === 'point') return formatPoint(shape.point)
  const { start, end } = shape
  if (start !== null && end !== null) return formatPeriod(start, end)
  if (start !== null) return formatOpen(start, 'after', -1)
  return end === null ? 'not stated' : formatOpen(end, 'before', 1)
}

function formatPoint(point: EdtfPoint): string {
  if (point.mark !== '') return `${markWords(point.mark)}${words(point)}`
  if (point.precision === 'decade') return formatDecade(point)
  if (point.precision === 'year') return `${words(point)}, month not stated`
  return point.precision === 'month' ? `${words(point)}, day not stated` : words(point)
}

/** "2000s" could be ten years or a hundred, so the first decade of a century is written as a period. */
function formatDecade({ year }: EdtfPoint): string {
  return year % 100 === 0 ? `between ${year} and ${year + 9}` : `${year}s, year not stated`
}

function formatPeriod(start: EdtfPoint, end: EdtfPoint): string {
  if (start.mark !== end.mark) return `between ${markWords(start.mark)}${words(start)} and ${markWords(end.mark)}${words(end)}`
  const prefix = { '': '', '?': 'perhaps ', '~': 'roughly ', '%': 'perhaps roughly ' }[start.mark]
  return `${prefix}between ${sharing(start, end)} and ${words(end)}`
}

/** The first date of a period without what the second one says again: "3" of "3 and 9 July 2024". */
function sharing(start: EdtfPoint, end: EdtfPoint): string {
  if (start.precision !== end.precision || start.month === null || start.year !== end.year) return words(start)
  if (start.day === null) return monthName(start.month)
  return start.month === end.month ? String(start.day) : `${start.day} ${monthName(start.month)}`
}

/** "before 2020" names the year after the last possible one, as people do; "after" likewise. */
function formatOpen(end: EdtfPoint, word: 'before' | 'after', step: 1 | -1): string {
  const beyond = neighbourOf(end, step)
  if (beyond.year >= FIRST_YEAR && beyond.year <= LAST_YEAR) return `${word} ${markWords(end.mark)}${words(beyond)}`
  return `${markWords(end.mark)}${words(end)} or ${word === 'before' ? 'earlier' : 'later'}`
}

function markWords(mark: EdtfMark): string {
  return { '': '', '?': 'perhaps ', '~': 'about ', '%': 'perhaps about ' }[mark]
}

function words({ year, month, day }: CalendarUnit): string {
  const monthAndYear = month === null ? padded(year, 4) : `${monthName(month)} ${padded(year, 4)}`
  return day === null ? monthAndYear : `${day} ${monthAndYear}`
}
