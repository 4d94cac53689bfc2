import type { Count, Interval } from '#contract/common.ts'
import { inSentence } from '#contract/charts/place-words.ts'
import { type Dimension, dimensionLabel, notDated as notDatedKey } from '#contract/dimensions.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { Pivot } from '#contract/pivot.ts'
import type { Held } from '#contract/stats-held.ts'
import type { Links } from '#contract/stats-links.ts'
import type { NamedEvent } from '#contract/stats-named.ts'
import type { PeopleStats } from '#contract/stats-people.ts'
import type { Cumulative, Flows } from '#contract/stats-series.ts'
import type { ReleaseStats, Tally } from '#contract/stats.ts'
import type { Table, Value } from './serve-table.ts'

/*
 * Each answer as a table: the rows of its `.csv`, which hold what its chart draws.
 */

const countColumns = ['reported', 'lowest', 'highest', 'open_low', 'open_high'] as const
const tallyColumns = ['events', ...countColumns, 'people', 'people_highest'] as const

const countValues = (count: Count | null): Value[] =>
  count ? [count.best, count.lowest, count.highest, count.openLow, count.openHigh] : [null, null, null, null, null]
const intervalValues = (interval: Interval | null): Value[] => [interval?.lowest ?? null, interval?.highest ?? null]
const tallyValues = ({ events, reported, people }: Tally): Value[] => [events, ...countValues(reported), ...intervalValues(people)]

type Keyed = { readonly dimension: Dimension; readonly key: string }

/** A key in words. Nobody is taken to where they are: beside its own country a destination reads "Stayed in Belarus". */
const labelBeside = ({ dimension, key }: Keyed, beside: Keyed | null): string =>
  dimension === 'destination' && beside?.dimension === 'country' && beside.key === key
    ? `Stayed in ${inSentence(key)}`
    : dimensionLabel(dimension, key)

export const releaseTable = ({ by, split, cells, notDated, rule, ruleVersion }: ReleaseStats): Table => ({
  rule: { rule, ruleVersion },
  columns: [by, `${by}_label`, ...(split === null ? [] : [split, `${split}_label`]), ...tallyColumns],
  rows: [...cells, ...notDated].map((cell) => {
    const row: Keyed = { dimension: by, key: cell.key }
    const part: Keyed | null = split === null ? null : { dimension: split, key: cell.split ?? 'not_stated' }
    return [
      cell.key,
      labelBeside(row, part),
      ...(part === null ? [] : [part.key, labelBeside(part, row)]),
      ...tallyValues(cell),
    ]
  }),
})

export const pivotTable = ({ columns, rows, rule, ruleVersion }: Pivot): Table => ({ rule: { rule, ruleVersion }, columns, rows })

/** What is not dated to a unit stands in a last row of its own: the line does not hold it. */
export const cumulativeTable = ({ by, points, notDated: rest, rule, ruleVersion }: Cumulative): Table => ({
  rule: { rule, ruleVersion },
  columns: [by, ...tallyColumns],
  rows: [...points.map((point) => [point.key, ...tallyValues(point)]), ...(rest.events === 0 ? [] : [[notDatedKey, ...tallyValues(rest)]])],
})

export const flowTable = ({ flows, rule, ruleVersion }: Flows): Table => ({
  rule: { rule, ruleVersion },
  columns: ['from', 'from_label', 'to', 'to_label', 'stayed', ...tallyColumns],
  rows: flows.map((flow) => [
    flow.from,
    dimensionLabel('country', flow.from),
    flow.to,
    labelBeside({ dimension: 'destination', key: flow.to }, { dimension: 'country', key: flow.from }),
    flow.stayed,
    ...tallyValues(flow),
  ]),
})

const dateColumns = (name: string) => [name, `${name}_earliest`, `${name}_latest`]
const dateValues = ({ edtf, earliest, latest }: StatedDate): Value[] => [edtf, earliest, latest]

export const namedTable = (events: readonly NamedEvent[]): Table => ({
  columns: ['ref', 'title', ...dateColumns('date'), 'country', ...countColumns, 'named', 'unnamed_lowest', 'unnamed_highest'],
  rows: events.map(({ ref, title, date, country, claimed, named, unnamed }) => [
    ref,
    title,
    ...dateValues(date),
    country,
    ...countValues(claimed),
    named,
    ...intervalValues(unnamed),
  ]),
})

/** One row per link, with the gap to each date of its action. */
export const linkTable = ({ releases, actions, links }: Links): Table => {
  const releaseOf = new Map([...releases.dated, ...releases.undated].map((release) => [release.id, release]))
  const actionOf = new Map([...actions.dated, ...actions.undated].map((action) => [action.id, action]))
  const dates = ['announced', 'issued', 'effective'] as const
  return {
    columns: [
      'release',
      'release_title',
      ...dateColumns('release_date'),
      'sanctions_action',
      'sanctions_action_title',
      'authority',
      'status',
      ...dates.flatMap(dateColumns),
      ...dateColumns('expires'),
      'relation',
      'said_by',
      ...dates.flatMap((date) => [`days_to_${date}_lowest`, `days_to_${date}_highest`]),
    ],
    rows: links.flatMap((link) => {
      const release = releaseOf.get(link.releaseEvent)
      const action = actionOf.get(link.sanctionsAction)
      if (!release || !action) return []
      return [
        [
          release.ref,
          release.title,
          ...dateValues(release.date),
          action.ref,
          action.title,
          action.authority,
          action.status,
          ...dates.flatMap((date) => dateValues(action[date])),
          ...dateValues(action.expires),
          link.relation,
          link.saidBy,
          ...dates.flatMap((date) => {
            const gap = link.gaps.find(({ to }) => to === date)
            return [gap?.lowest ?? null, gap?.highest ?? null]
          }),
        ],
      ]
    }),
  }
}

export const peopleTable = ({ by, cells, rest, rule, ruleVersion }: PeopleStats): Table => {
  const values = ({ releases, people }: PeopleStats['total']) => [...intervalValues(people), ...intervalValues(releases)]
  return {
    rule: { rule, ruleVersion },
    columns: [by, `${by}_label`, 'people', 'people_highest', 'releases', 'releases_highest'],
    rows: [
      ...cells.map((cell) => [cell.key, cell.label, ...values(cell)]),
      ...(rest.values === 0 ? [] : [['rest', `${rest.values} other values`, ...values(rest)]]),
    ],
  }
}

export const heldTable = ({ points }: Held): Table => ({
  columns: ['day', 'held_lowest', 'held_highest'],
  rows: points.map(({ day, held }) => [day, ...intervalValues(held)]),
})
