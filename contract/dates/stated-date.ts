import { z } from '../zod.ts'
import { isCivilDay } from './civil-day.ts'
import { edtfProblem, parseEdtf } from './edtf.ts'

/** A day that exists, `YYYY-MM-DD`. Never a timestamp. */
export const CivilDate = z.iso
  .date({ error: 'Type a day that exists as year-month-day, for example 2025-12-13.' })
  .refine(isCivilDay, { error: 'Type a year from 1000 on, with four digits, for example 2025-12-13.' })
export type CivilDate = z.infer<typeof CivilDate>

export const DateBasis = z.enum(['stated', 'inferred', 'not_stated', 'withheld'])
export type DateBasis = z.infer<typeof DateBasis>

/**
 * A date as the register knows it: the EDTF text, its first and last possible day (inclusive,
 * null = open) and how it is known. A date that is not stated or withheld carries no value at all.
 */
export const StatedDate = z
  .object({
    edtf: z.string().nullable(),
    earliest: CivilDate.nullable(),
    latest: CivilDate.nullable(),
    basis: DateBasis,
  })
  .refine(boundsAreThoseOfTheText, { error: 'The days of this date do not agree with its text and basis.' })
  .meta({ id: 'StatedDate', description: 'EDTF text, first and last possible day (inclusive; null = open), and how the date is known' })
export type StatedDate = z.infer<typeof StatedDate>

/**
 * Builds a date from its EDTF text. `withheld` keeps no value, whatever is given.
 * Throws a RangeError when the text is not in the EDTF subset, or text and basis contradict each other.
 */
export function statedDate(edtf: string | null, basis: DateBasis): StatedDate {
  if (basis === 'withheld') return { edtf: null, earliest: null, latest: null, basis }
  if (basis === 'not_stated') {
    if (edtf !== null) throw new RangeError('A date that is not stated cannot have a value.')
    return { edtf, earliest: null, latest: null, basis }
  }
  if (edtf === null) throw new RangeError(`A date that is ${basis} needs a value.`)
  const bounds = parseEdtf(edtf)
  if (bounds === null) throw new RangeError(edtfProblem(edtf) ?? 'This date cannot be read.')
  return { edtf: bounds.edtf, earliest: bounds.earliest, latest: bounds.latest, basis }
}

/** A filter over days, inclusive on both sides; a side left out is open. */
export type DateRange = { from?: string | undefined; to?: string | undefined }
export type DateClass = 'certain' | 'possible' | 'undated' | 'outside'

/**
 * Where a date stands against a filter: `certain` = wholly inside and not marked `?` `~` `%`;
 * `possible` = overlapping, or inside and marked; `undated` = no bound on either side.
 */
export function classifyDate(date: StatedDate, range: DateRange): DateClass {
  const { earliest, latest } = date
  const { from, to } = range
  if (earliest === null && latest === null) return 'undated'
  if (from !== undefined && latest !== null && latest < from) return 'outside'
  if (to !== undefined && earliest !== null && earliest > to) return 'outside'
  const startsInside = from === undefined || (earliest !== null && earliest >= from)
  const endsInside = to === undefined || (latest !== null && latest <= to)
  return startsInside && endsInside && !isMarked(date) ? 'certain' : 'possible'
}

export type DateUnit = 'month' | 'quarter' | 'year'

/**
 * The unit the whole date lies in: `2024-07`, `2024-Q3` or `2024`; null when it lies in none, has
 * an open side, or is marked `?` `~` `%`: "about June" may be May.
 */
export function unitOf(date: StatedDate, unit: DateUnit): string | null {
  if (date.earliest === null || date.latest === null || isMarked(date)) return null
  const first = unitOfDay(date.earliest, unit)
  return first === unitOfDay(date.latest, unit) ? first : null
}

function unitOfDay(day: string, unit: DateUnit): string {
  if (unit === 'year') return day.slice(0, 4)
  if (unit === 'month') return day.slice(0, 7)
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

function isMarked(date: StatedDate): boolean {
  return date.edtf !== null && /[?~%]/.test(date.edtf)
}

function boundsAreThoseOfTheText(date: { edtf: string | null; earliest: string | null; latest: string | null; basis: DateBasis }): boolean {
  const hasValue = date.basis === 'stated' || date.basis === 'inferred'
  if (!hasValue) return date.edtf === null && date.earliest === null && date.latest === null
  const bounds = date.edtf === null ? null : parseEdtf(date.edtf)
  return bounds !== null && bounds.earliest === date.earliest && bounds.latest === date.latest
}
