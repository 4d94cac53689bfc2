import { type Count, type Interval, listOf, ordered } from './common.ts'
import { CountingRule, countsPeople } from './counting-rules.ts'
import { dimensions, isOfPeople } from './dimensions.ts'
import { endpoint } from './endpoint.ts'
import { releaseEventFilter } from './release-events.ts'
import { csvOf } from './stats-csv.ts'
import { z } from './zod.ts'

export const measures = ['events', 'reported', 'named', 'median_days_detained'] as const
export type Measure = (typeof measures)[number]

/** What each measure is, for a menu and above a table. */
export const measureTitles: Readonly<Record<Measure, string>> = {
  events: 'Release events',
  reported: 'Releases by the counting rule',
  named: 'Named people',
  median_days_detained: 'Median days in detention',
}

/** Columns beside those of the dimensions: one row of the table is one cell. */
export const measureColumns = {
  events: ['events'],
  reported: ['events', 'reported', 'lowest', 'highest', 'open_low', 'open_high', 'people', 'people_highest'],
  named: ['events', 'people', 'people_highest', 'releases', 'releases_highest'],
  median_days_detained: ['events', 'median_lowest', 'median_highest', 'of', 'not_known'],
} as const satisfies Record<Measure, readonly string[]>

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const Pivot = z
  .object({
    by: z.array(
      z.object({
        name: z.enum(dimensions),
        title: z.string(),
        multiple: z.boolean().meta({ description: 'What is counted can stand in several rows; the total counts it once' }),
      }),
    ),
    measure: z.enum(measures),
    rule: CountingRule,
    ruleVersion: z.number().int(),
    unit: z.string().meta({ description: 'What the measure counts' }),
    note: z.string().meta({ description: 'How far the rows may be added' }),
    columns: z.array(z.string()).meta({ description: 'Names of the columns of each row; a dimension is followed by its words' }),
    rows: z.array(z.array(Value)),
    total: z.record(z.string(), Value).meta({ description: 'The same columns for all matching events, each thing counted once' }),
    undatedEvents: z.number().int().meta({ description: 'Under a date filter: events with no date, in no row and not in the total' }),
  })
  .meta({ id: 'Pivot', description: 'One row per cell. Rows `not_dated` hold what lies in no one unit of time.' })
export type Pivot = z.infer<typeof Pivot>

/** Days of detention at their shortest and longest; null where no release has both dates. */
export const MedianDays = z
  .object({ lowest: z.number().nullable(), highest: z.number().nullable(), of: z.number().int(), notKnown: z.number().int() })
  .meta({ id: 'MedianDays' })
export type MedianDays = z.infer<typeof MedianDays>

/** The value of one cell before it is written into columns. */
export type PivotCell = {
  readonly events: number
  readonly reported: Count | null
  readonly people: Interval | null
  readonly days: MedianDays | null
}

const query = z
  .strictObject({
    ...releaseEventFilter,
    by: listOf(z.enum(dimensions), 2).default(['month']),
    measure: z.enum(measures).default('reported'),
    rule: CountingRule.default('as_reported'),
    sort: z.enum(['key', '-key', 'value', '-value']).default('key'),
  })
  .superRefine(ordered('from', 'to'))
  .superRefine(({ by, measure, rule }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (new Set(by).size < by.length) refuse('by', 'Group by two different things.')
    const counted = measure === 'named' || measure === 'median_days_detained' || (measure === 'reported' && countsPeople(rule))
    if (by.some(isOfPeople) && !counted) {
      refuse('by', 'This is known of named people only: choose the measure named or median_days_detained, or a rule that counts people.')
    }
  })

export const getPivot = endpoint({
  method: 'get',
  path: '/stats/pivot',
  on: 'records',
  tag: 'Statistics',
  long: true,
  summary: 'A table by one or two dimensions, one row per cell',
  query,
  response: Pivot,
})

export const downloadPivot = csvOf(getPivot)
