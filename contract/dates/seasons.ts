import type { DateToken } from './date-tokens.ts'
import { seasonOf } from './month-words.ts'

const MONTHS = { spring: ['03', '05'], summer: ['06', '08'], autumn: ['09', '11'] } as const
const SAID = { spring: 'spring taken as March to May', summer: 'summer taken as June to August', autumn: 'autumn taken as September to November' } as const

/**
 * Reads "summer 2021" as its three months in the northern half of the world, and "winter 2020/21" as
 * December to February. Null when the tokens are no season. A winter of one year is a problem: it may
 * be either end of that year.
 */
export function readSeason(tokens: readonly DateToken[]): { start: string; end: string; note: string } | { problem: string } | null {
  const [one, two, sign, four] = tokens
  if (one === undefined || two === undefined) return null
  const season = seasonOf(one.key) ?? seasonOf(two.key)
  const year = [one.key, two.key].find((key) => /^\d{4}$/.test(key))
  if (season === null || year === undefined) return null
  if (season === 'winter') return seasonOf(one.key) === null ? null : readWinter(Number(year), tokens.length === 4 ? sign : undefined, four)
  if (tokens.length !== 2) return null
  const [first, last] = MONTHS[season]
  return { start: `${year}-${first}`, end: `${year}-${last}`, note: SAID[season] }
}

function readWinter(year: number, sign: DateToken | undefined, second: DateToken | undefined): { start: string; end: string; note: string } | { problem: string } {
  const next = String(year + 1)
  const namesBoth = sign !== undefined && ['/', '-'].includes(sign.key) && (second?.key === next || second?.key === next.slice(2))
  if (!namesBoth) return { problem: `Winter ${year} may begin or end that year: write winter ${year}/${next}, or the months, such as between January and February ${year}.` }
  return { start: `${year}-12`, end: `${next}-02`, note: 'winter taken as December to February' }
}
