import { padded } from '#contract/dates/civil-day.ts'
import { readDate } from '#contract/dates/read-date.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import { dayOfSerial } from '../excel-date.ts'
import { type MappedCell, type Report, problemAt } from './cell.ts'

/** Midnight, and any other time, that a program adds to a day. */
const timeOfDay = /[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?(?: ?Z|[+-]\d{2}:?\d{2})?$/iu

const numeric = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/u

const iso = (year: string, month: string, day: string): string => `${year}-${padded(Number(month), 2)}-${padded(Number(day), 2)}`

/** The other way to read a date in numbers, where that is a day that exists. */
const swapped = (text: string): string | null => {
  const found = numeric.exec(text)
  const other = found === null ? null : iso(found[4] ?? '', found[1] ?? '', found[3] ?? '')
  return other !== null && 'date' in readDate(other) ? other : null
}

const monthFirst = (text: string): string => {
  const found = numeric.exec(text)
  return found === null ? text : iso(found[4] ?? '', found[1] ?? '', found[3] ?? '')
}

/** The month alone, where the day is none of it. */
const monthAlone = (text: string): string | null => {
  const found = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/u.exec(text) ?? /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text)
  const month = found === null ? null : iso(found[1]?.length === 4 ? found[1] : (found[3] ?? ''), found[2] ?? '', '1').slice(0, 7)
  return month !== null && 'date' in readDate(month) ? month : null
}

/** A number that a spreadsheet keeps for a day: 1927 to 2119, so that no year is taken for one. */
const isSerial = (text: string): boolean => /^\d{5}(?:[.,]\d+)?$/u.test(text) && Number(text.slice(0, 5)) <= 80_000

/**
 * The date in a cell, read by the rules of its column; null, reported, where it cannot be read. A
 * spreadsheet's number is a day only where the rules say so, and no century is ever guessed.
 */
export const readDateCell = (cell: MappedCell, text: string, report: Report): StatedDate | null => {
  const { rule } = cell
  if (isSerial(text)) {
    const serial = Number(text.replace(',', '.'))
    const day = dayOfSerial(serial, rule.serials === '1904' ? '1904' : '1900')
    if (rule.serials === 'no') {
      report(
        problemAt(cell, {
          code: 'excel_serial',
          reason: 'This is a number that a spreadsheet keeps for a day. Take the day if it can be right, or set the rule of this column.',
          suggestion: day,
        }),
      )
      return null
    }
    return day === null ? null : (resultOf(day)?.date ?? null)
  }
  const plain = text.replace(timeOfDay, '')
  const read = readDate(rule.dateOrder === 'month_first' ? monthFirst(plain) : plain)
  if ('date' in read) return read.date
  const other = rule.dateOrder === 'day_first' ? swapped(plain) : null
  report(
    problemAt(cell, {
      code: other === null ? 'date_not_understood' : 'month_first',
      reason: read.problem,
      suggestion: other ?? monthAlone(plain),
    }),
  )
  return null
}

const resultOf = (day: string): { readonly date: StatedDate } | null => {
  const read = readDate(day)
  return 'date' in read ? read : null
}
