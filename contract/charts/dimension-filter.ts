import { daysInMonth } from '../dates/civil-day.ts'
import { type Dimension, isTime, notDated, notLinked, refusedDeparture } from '../dimensions.ts'

/** A unit of time as the days of a filter: `2024-Q3` as 1 July to 30 September 2024. */
export const unitRange = (unit: string): { readonly from: string; readonly to: string } => {
  const year = Number(unit.slice(0, 4))
  const quarter = /-Q([1-4])$/.exec(unit)?.[1]
  const month = /-(\d{2})$/.exec(unit)?.[1]
  const first = quarter !== undefined ? Number(quarter) * 3 - 2 : Number(month ?? 1)
  const last = quarter !== undefined ? Number(quarter) * 3 : Number(month ?? 12)
  const two = (value: number): string => String(value).padStart(2, '0')
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(daysInMonth(year, last))}` }
}

const filters: ReadonlySet<Dimension> = new Set(['destination', 'country', 'basis', 'sanctionsAuthority', 'population'])
const noFilter: ReadonlySet<string> = new Set([notLinked, refusedDeparture])

/** The filter under which only this value is left; null where the filter has no such choice. */
export const dimensionFilter = (dimension: Dimension, key: string): Readonly<Record<string, string>> | null => {
  if (isTime(dimension)) return key === notDated ? null : unitRange(key)
  if (!filters.has(dimension) || noFilter.has(key)) return null
  return dimension === 'sanctionsAuthority' && key === 'not_stated' ? null : { [dimension]: key }
}
