/** The years the register can hold. A lower one is nearly always a slip of the keyboard ("0025"). */
export const FIRST_YEAR = 1000
export const LAST_YEAR = 9999

/** Days in a month of the Gregorian calendar; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Writes a day as `YYYY-MM-DD`. The caller vouches that it exists. */
export function civilDay(year: number, month: number, day: number): string {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

/** True for `YYYY-MM-DD` when that day exists and its year is one the register can hold. */
export function isCivilDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (parts === null) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year >= FIRST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
