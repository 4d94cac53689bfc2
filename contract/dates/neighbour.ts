import { daysInMonth } from './civil-day.ts'

/** A day, month or year; what it does not name is null. */
export type CalendarUnit = { year: number; month: number | null; day: number | null }

/** The next (1) or the previous (-1) day, month or year, whichever the unit is. The year may leave the register's range. */
export function neighbourOf({ year, month, day }: CalendarUnit, step: 1 | -1): CalendarUnit {
  if (month === null) return { year: year + step, month, day: null }
  if (day !== null && day + step >= 1 && day + step <= daysInMonth(year, month)) return { year, month, day: day + step }
  const next = month + step
  const beyond = next < 1 ? { year: year - 1, month: 12 } : next > 12 ? { year: year + 1, month: 1 } : { year, month: next }
  if (day === null) return { ...beyond, day: null }
  return { ...beyond, day: step === 1 ? 1 : daysInMonth(beyond.year, beyond.month) }
}
