import type { NamedEvent } from '../stats-named.ts'
import { bandOfInterval } from './band-of.ts'
import type { BarRow } from './draw-bars.ts'
import { formatCount, formatInterval, formatNumber } from './format-count.ts'

export const namedSeries = [
  { key: 'named', name: 'Named' },
  { key: 'rising', name: 'Not named, at the lowest' },
] as const

/** Each event as a bar: the named, then at least how many are not; the band ends where all claimed may end. */
export const namedRows = (events: readonly NamedEvent[]): BarRow[] =>
  events.map(({ id, title, named, unnamed, claimed }) => ({
    key: String(id),
    label: title,
    text:
      claimed === null || unnamed === null
        ? `${formatNumber(named)} named; no number is reported`
        : `${formatNumber(named)} named, ${formatInterval(unnamed)} not named, of ${formatCount(claimed)}`,
    parts: [
      { series: 'named', value: named },
      { series: 'rising', value: unnamed?.lowest ?? 0 },
    ],
    ...(unnamed === null
      ? {}
      : bandOfInterval({ lowest: named + unnamed.lowest, highest: unnamed.highest === null ? null : named + unnamed.highest })),
  }))
