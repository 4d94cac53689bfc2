import { restKey } from './time-rows.ts'

/** What is drawn over a series' colour, in the colour of the paper, on a square of 8. */
export type SeriesPattern = { readonly d: string; readonly width?: number; readonly round?: boolean; readonly dash?: string }

const rising: SeriesPattern = { d: 'M-2 2l4-4M0 8l8-8M6 10l4-4' }
const level: SeriesPattern = { d: 'M0 4h8' }
const dots: SeriesPattern = { d: 'M2 2h.01M6 6h.01', width: 2.4, round: true }
const falling: SeriesPattern = { d: 'M-2 6l4 4M0 0l8 8M6-2l4 4' }
const upright: SeriesPattern = { d: 'M4 0v8' }
const crossed: SeriesPattern = { d: 'M0 0l8 8M8 0l-8 8' }
const broken: SeriesPattern = { d: 'M0 2h8M0 6h8', dash: '2 2' }

/** The first series is plain. */
const patterns = [null, rising, level, dots, falling, upright] as const

export const seriesColours = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'] as const

/** Colour and pattern of a series: each is told apart by both, whatever eyes or printer one has. */
export type SeriesLook = {
  readonly id: string
  readonly colour: (typeof seriesColours)[number] | 'series-rest'
  readonly pattern: SeriesPattern | null
}

export const seriesLook = (key: string, index: number): SeriesLook => {
  if (key === 'not_stated') return { id: 'series-not_stated', colour: 'series-rest', pattern: crossed }
  if (key === restKey) return { id: 'series-rest', colour: 'series-rest', pattern: broken }
  const at = index % seriesColours.length
  return { id: `series-${at}`, colour: seriesColours[at] ?? 'series-1', pattern: patterns[at] ?? null }
}
