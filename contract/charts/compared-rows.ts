import type { Count, Interval } from '../common.ts'
import type { Overview } from '../stats.ts'
import { csvText } from './chart-csv.ts'
import { formatCount, formatInterval, formatNumber } from './format-count.ts'

type Value = { readonly text: string; readonly lowest: number | null; readonly used: number | null; readonly highest: number | null; readonly openLow: boolean; readonly openHigh: boolean }

/** A number of two filters. Nothing is said of what lies between them: their bands do not subtract. */
export type ComparedRow = { readonly key: string; readonly title: string; readonly a: Value; readonly b: Value }

const exact = (value: number): Value => ({ text: formatNumber(value), lowest: value, used: value, highest: value, openLow: false, openHigh: false })
const ofCount = (count: Count): Value => ({ text: formatCount(count), lowest: count.lowest, used: count.best, highest: count.highest, openLow: count.openLow, openHigh: count.openHigh })
const ofInterval = (interval: Interval): Value => ({ text: formatInterval(interval), lowest: interval.lowest, used: null, highest: interval.highest, openLow: false, openHigh: interval.highest === null })

const measures: readonly (readonly [key: string, title: (overview: Overview) => string, value: (overview: Overview) => Value])[] = [
  ['events', () => 'Release events', ({ releases }) => exact(releases.events)],
  ['reported', ({ unit }) => `${unit.charAt(0).toUpperCase()}${unit.slice(1)}`, ({ releases }) => ofCount(releases.reported)],
  ['named_people', () => 'People named', ({ named }) => exact(named.people)],
  ['named_releases', () => 'Releases of named people', ({ named }) => exact(named.releases)],
  ['unnamed', () => 'Reported releases of people nobody names', ({ unnamed }) => ofInterval(unnamed)],
  ['events_without_number', () => 'Events for which no source gives a number', ({ eventsWithoutNumber }) => exact(eventsWithoutNumber)],
  ['undated', () => 'Events without any date', ({ undated }) => exact(undated)],
]

export const comparedRows = (a: Overview, b: Overview): ComparedRow[] =>
  measures.map(([key, title, value]) => ({ key, title: title(a), a: value(a), b: value(b) }))

/** One row for each number of each filter. */
export const comparedCsv = (rows: readonly ComparedRow[], a: string, b: string, rule: string): string =>
  csvText(
    ['side', 'filter', 'rule', 'measure', 'lowest', 'used', 'highest', 'lowest_is_open', 'highest_is_open'],
    ([['A', a, 'a'], ['B', b, 'b']] as const).flatMap(([side, filter, at]) =>
      rows.map(({ key, [at]: value }) => [side, filter, rule, key, value.lowest, value.used, value.highest, value.openLow ? 'yes' : 'no', value.openHigh ? 'yes' : 'no']),
    ),
  )
