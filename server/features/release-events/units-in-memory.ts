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

type Units = { readonly width: number; readonly codes: Uint32Array; readonly keyOf: (code: number) => string | null }

const unitsOf = ({ earliest, latest, marked }: EventColumns['date'], unit: TimeUnit): Units => {
  const monthsIn = 12 / inYear[unit]
  const unitOf = (day: number): number => Math.floor(day / 10_000) * inYear[unit] + Math.floor(((Math.floor(day / 100) % 100) - 1) / monthsIn)
  const codes = earliest.map((first, event) => {
    const last = latest[event] ?? 0
    if (first === 0 || last === 0 || marked[event] === 1) return 0
    const code = unitOf(first)
    return code === unitOf(last) ? code : 0
  })
  const known = new Map<number, string>()
  const wordOf = (code: number): string => {
    const key = known.get(code) ?? keyOf(unit, code)
    known.set(code, key)
    return key
  }
  return { width: 10_000 * inYear[unit], codes, keyOf: (code) => (code === 0 ? null : wordOf(code)) }
}

const kept = new WeakMap<EventColumns['date'], Map<TimeUnit, Units>>()

/** As `unitSql`: of each event the unit that its date surely lies in whole, as a number; 0 where it lies in none. Worked out once. */
export const unitsIn = (date: EventColumns['date'], unit: TimeUnit): Units => {
  const all = kept.get(date) ?? new Map<TimeUnit, Units>()
  kept.set(date, all)
  const units = all.get(unit) ?? unitsOf(date, unit)
  all.set(unit, units)
  return units
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
