import type { TimeUnit } from '#contract/dimensions.ts'
import type { EventColumns } from '../../db/event-columns.ts'
import type { Places } from '../common/standing.ts'

/** How many of a unit there are in a year, and which of them a month of the year, from 0, lies in. */
const inYear: Readonly<Record<TimeUnit, number>> = { month: 12, quarter: 4, year: 1 }

const twoDigits = (number: number): string => String(number).padStart(2, '0')

const keyOf = (unit: TimeUnit, code: number): string => {
  const year = String(Math.floor(code / inYear[unit])).padStart(4, '0')
  const part = (code % inYear[unit]) + 1
  if (unit === 'year') return year
  return unit === 'month' ? `${year}-${twoDigits(part)}` : `${year}-Q${part}`
}

/** As `unitSql`: the unit that the date of an event surely lies in whole, as a number; 0 where it lies in none. */
export const unitsIn = ({ earliest, latest, marked }: EventColumns['date'], unit: TimeUnit) => {
  const monthsIn = 12 / inYear[unit]
  const unitOf = (day: number): number => Math.floor(day / 10_000) * inYear[unit] + Math.floor(((Math.floor(day / 100) % 100) - 1) / monthsIn)
  return {
    width: 10_000 * inYear[unit],
    of: (event: number): number => {
      const [first = 0, last = 0] = [earliest[event], latest[event]]
      if (first === 0 || last === 0 || marked[event] === 1) return 0
      const code = unitOf(first)
      return code === unitOf(last) ? code : 0
    },
    keyOf: (code: number): string | null => (code === 0 ? null : keyOf(unit, code)),
  }
}

/** A day that the columns hold, as text; null where it is open. */
const dayOf = (number: number): string | null => {
  if (number === 0) return null
  const text = String(number).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}

/** The first and the last day that some events may have been on; null where none has a bound on that side. */
export const daysIn = ({ earliest, latest }: EventColumns['date'], events: Places) => {
  let [first, last] = [0, 0]
  for (const event of events) {
    const [begin = 0, end = 0] = [earliest[event], latest[event]]
    if (begin !== 0 && (first === 0 || begin < first)) first = begin
    if (end > last) last = end
  }
  return { firstDay: dayOf(first), lastDay: dayOf(last) }
}
