/** Our own table, so that a date reads the same on every machine, whatever locale data it has. */
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const

/** The English name of a month, 1 to 12. Throws a RangeError for any other number. */
export function monthName(month: number): string {
  const name = MONTHS[month - 1]
  if (name === undefined) throw new RangeError(`There is no month ${month}.`)
  return name
}

/** "Jul"; throws as `monthName` does. */
export function shortMonthName(month: number): string {
  return monthName(month).slice(0, 3)
}
