import { shortMonthName } from '../dates/english-months.ts'

/** A unit of time for the foot of a chart: "Jul 2024", "Q3 2024", "2024". */
export const shortUnit = (unit: string): string => {
  const [year = unit, part] = unit.split('-')
  if (part === undefined) return year
  return part.startsWith('Q') ? `${part} ${year}` : `${shortMonthName(Number(part))} ${year}`
}
