import type { Count } from '../common.ts'
import type { Flows } from '../stats-series.ts'
import { addCounts } from './add-counts.ts'
import { bandOfCount } from './band-of.ts'
import type { BarRow } from './draw-bars.ts'
import { formatCount } from './format-count.ts'
import { inSentence } from './place-words.ts'
import { countryName } from '../countries.ts'

export type FlowRow = {
  readonly key: string
  readonly code: string
  readonly name: string
  readonly stayed: boolean
  readonly from: readonly string[]
  /** Null where an event can be in several of the flows taken together. */
  readonly events: number | null
  readonly reported: Count
}

/** Destinations from the largest on; those who stayed, refused to leave, or went nobody says where, after them. */
export const flowRows = (flows: Flows['flows']): FlowRow[] =>
  [...Map.groupBy(flows, ({ to, stayed }) => `${to}${stayed ? ' stayed' : ''}`)]
    .flatMap(([key, own]): FlowRow[] => {
      const first = own[0]
      if (first === undefined) return []
      return [
        {
          key,
          code: first.to,
          name: nameOf(first.to, first.stayed),
          stayed: first.stayed,
          from: own.map(({ from }) => from).toSorted(),
          events: own.reduce((sum, { events }) => sum + events, 0),
          reported: addCounts(own.map(({ reported }) => reported)),
        },
      ]
    })
    .toSorted((a, b) => rank(a) - rank(b) || b.reported.best - a.reported.best || a.key.localeCompare(b.key))

/** Releasing countries from the largest on. */
export const releasingRows = (flows: Flows['flows']): FlowRow[] =>
  [...Map.groupBy(flows, ({ from }) => from)]
    .map(([code, own]): FlowRow => ({
      key: code,
      code,
      name: countryName(code),
      stayed: false,
      from: [],
      events: null,
      reported: addCounts(own.map(({ reported }) => reported)),
    }))
    .toSorted((a, b) => b.reported.best - a.reported.best || a.key.localeCompare(b.key))

const nameOf = (code: string, stayed: boolean): string => {
  if (stayed) return `Stayed in ${inSentence(code)}`
  if (code === 'not_stated') return 'Destination not stated'
  return code === 'refused_departure' ? 'Refused to leave' : countryName(code)
}

const rank = ({ code, stayed }: FlowRow): number => (code === 'not_stated' ? 3 : code === 'refused_departure' ? 2 : stayed ? 1 : 0)

/** What is no destination has the look of the rest. */
export const flowBars = (rows: readonly FlowRow[]): BarRow[] =>
  rows.map((row) => ({
    key: row.key,
    label: row.name,
    text: formatCount(row.reported),
    parts: [{ series: rank(row) === 0 ? 'taken' : 'not_stated', value: row.reported.best }],
    ...bandOfCount(row.reported),
  }))

export const flowSeries = [
  { key: 'taken', name: 'Taken to another country' },
  { key: 'not_stated', name: 'Stayed, refused to leave, or not stated' },
] as const
