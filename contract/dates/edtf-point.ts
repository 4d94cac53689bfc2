import { civilDay, daysInMonth, FIRST_YEAR, padded } from './civil-day.ts'
import { monthName } from './english-months.ts'

/** `~` approximate, `?` uncertain, `%` both. */
export type EdtfMark = '' | '?' | '~' | '%'

/** One EDTF date. `precision` says how much of it is known; what lies below it is null. */
export type EdtfPoint = {
  text: string
  precision: 'day' | 'month' | 'year' | 'decade'
  /** For a decade, its first year. */
  year: number
  month: number | null
  day: number | null
  mark: EdtfMark
}

const EDTF_HELP =
  'write a day, a month or a year, such as 2025-12-13, 2025-12 or 2025, with ? or ~ at the end when it is not certain'

/** Reads `2024`, `2024-07`, `2024-07-03`, `202X`, `2024-XX`, `2024-07-XX`, `2024-XX-XX` with their marks. */
export function readEdtfPoint(text: string): EdtfPoint | { problem: string } {
  const parts = /^(\d{4}|\d{3}X)(?:-(\d\d|XX))?(?:-(\d\d|XX))?([?~%]{0,2})$/.exec(text)
  if (parts === null) return { problem: shapeProblem(text) }
  const [, yearText = '', monthText = 'XX', dayText = 'XX', marks = ''] = parts
  const mark = markOf(marks)
  const year = Number(yearText.replace('X', '0'))
  // EDTF level 1 marks no text with X in it; "2024-07-XX?" says no more than "2024-07?".
  const known = mark === '' ? text.slice(0, text.length - marks.length) : text.replace(/(-XX)*[?~%]+$/, '')
  if (year < FIRST_YEAR) return { problem: `The year ${yearText} is too early for this register: write the year with four digits, such as 2025.` }
  const base = { text: known + mark, year, mark }
  if (yearText.endsWith('X')) {
    if (parts[2] !== undefined) return { problem: `A decade cannot have a month or a day: write ${yearText} alone.` }
    if (mark !== '') return { problem: `A decade cannot be marked as uncertain: write its first and last year, such as ${year}${mark}/${year + 9}${mark}.` }
    return { ...base, precision: 'decade', month: null, day: null }
  }
  if (monthText === 'XX') {
    if (dayText !== 'XX') return { problem: `The day is given without its month: write the month, or ${yearText} alone.` }
    return { ...base, precision: 'year', month: null, day: null }
  }
  const month = Number(monthText)
  if (month > 20 && month < 25) return { problem: `${yearText}-${monthText} is the code of a part of a year: write its first and last month with / between them, such as ${yearText}-06/${yearText}-08.` }
  if (month < 1 || month > 12) return { problem: `There is no month ${monthText}: write a month from 01 to 12.` }
  if (dayText === 'XX') return { ...base, precision: 'month', month, day: null }
  const day = Number(dayText)
  const problem = dayProblem(year, month, day)
  return problem === null ? { ...base, precision: 'day', month, day } : { problem }
}

/** The first and last day a date can mean. */
export function boundsOfPoint(point: EdtfPoint): { earliest: string; latest: string } {
  const lastYear = point.precision === 'decade' ? point.year + 9 : point.year
  const lastMonth = point.month ?? 12
  return {
    earliest: civilDay(point.year, point.month ?? 1, point.day ?? 1),
    latest: civilDay(lastYear, lastMonth, point.day ?? daysInMonth(lastYear, lastMonth)),
  }
}

/** Says what is wrong with a day of an existing month, or null when it exists. */
function dayProblem(year: number, month: number, day: number): string | null {
  const last = daysInMonth(year, month)
  if (day >= 1 && day <= last) return null
  const name = `${monthName(month)} ${padded(year, 4)}`
  return `There is no ${day} ${name}: ${name} has ${last} days. Check the day, or leave it out.`
}

function markOf(marks: string): EdtfMark {
  const approximate = /[~%]/.test(marks)
  const uncertain = /[?%]/.test(marks)
  if (approximate && uncertain) return '%'
  return approximate ? '~' : uncertain ? '?' : ''
}

function shapeProblem(text: string): string {
  if (text === '') return `The date is empty: ${EDTF_HELP}.`
  if (/^\d{4}-\d\d-\d\d[T ]/i.test(text)) return 'Times of day are not kept: write the day alone, such as 2025-12-13.'
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text
  return `“${shown}” is not a date in this form: ${EDTF_HELP}.`
}
