import type { Count, Interval } from '../common.ts'

/** 1234567 as "1,234,567": the same on every machine, whatever locale data it has. */
export const formatNumber = (value: number): string => {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return value < 0 ? `−${digits}` : digits
}

/**
 * The one way a number of people is written: "123", "52 (51 to 52)", "at least 9", "about 120",
 * "60 (52 or more)". The first number is the used one; what is in brackets is the band of all claims.
 */
export const formatCount = (count: Count): string => {
  const { best, openLow, openHigh } = count
  const { lowest, highest } = hull(count)
  const used = formatNumber(best)
  const narrow = lowest === best && highest === best
  if (narrow) {
    if (openLow && openHigh) return `about ${used}`
    if (openHigh) return `at least ${used}`
    return openLow ? `at most ${used}` : used
  }
  const low = formatNumber(lowest)
  const high = formatNumber(highest)
  if (openLow && openHigh) return `about ${used} (${low} to ${high})`
  if (openHigh) return lowest === best ? `at least ${used} (or ${high} and more)` : `${used} (${low} or more)`
  if (openLow) return `${used} (${high} or fewer)`
  return `${used} (${low} to ${high})`
}

/** What is left of a total at its lowest and at its highest can lie to one side of what is left at the used number. */
const hull = ({ lowest, best, highest }: Count): { lowest: number; highest: number } => ({
  lowest: Math.min(lowest, best, highest),
  highest: Math.max(lowest, best, highest),
})

/** Only the band: "863 to 864", or null where all claims agree. */
export const formatBand = (count: Count): string | null => {
  const { best, openLow, openHigh } = count
  const { lowest, highest } = hull(count)
  if (openLow && openHigh) return lowest === highest ? 'about; no bound known' : `about ${formatNumber(lowest)} to ${formatNumber(highest)}`
  if (openHigh) return `${formatNumber(lowest)} or more`
  if (openLow) return `${formatNumber(highest)} or fewer`
  return lowest === best && highest === best ? null : `${formatNumber(lowest)} to ${formatNumber(highest)}`
}

/** "112 to 113", "120", "112 or more". */
export const formatInterval = ({ lowest, highest }: Interval): string => {
  if (highest === null) return `${formatNumber(lowest)} or more`
  return lowest === highest ? formatNumber(lowest) : `${formatNumber(lowest)} to ${formatNumber(highest)}`
}

/** "1 release event", "23 release events". */
export const counted = (value: number, one: string, many: string): string =>
  `${formatNumber(value)} ${value === 1 ? one : many}`

/** The same of a band: "112 to 113 people", "0 to 1 person". */
export const countedBand = (interval: Interval, one: string, many: string): string =>
  `${formatInterval(interval)} ${interval.highest === 1 ? one : many}`
