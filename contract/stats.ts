import { codeOf, populationLabels } from './codes.ts'
import { Count, Interval, ordered } from './common.ts'
import { CountingRule } from './counting-rules.ts'
import { timeUnits } from './dimensions.ts'
import { endpoint } from './endpoint.ts'
import { ReleaseEventRow, releaseEventFilter } from './release-events.ts'
import { SanctionsActionRow } from './sanctions-actions.ts'
import { csvOf } from './stats-csv.ts'
import { z } from './zod.ts'

export const splits = ['destination', 'basis', 'country'] as const

/**
 * A sum over events by a counting rule. `events` are those under the filter, whatever the rule.
 * `reported` is in releases and adds up over cells; `people` does not, for one person can be in
 * several cells.
 */
export const Tally = z
  .object({
    events: z.number().int(),
    reported: Count,
    people: Interval.nullable().meta({ description: 'Distinct people, each once; null where the rule adds up claims' }),
  })
  .meta({ id: 'Tally' })
export type Tally = z.infer<typeof Tally>

export const StatCell = Tally.extend({
  key: z.string().meta({ description: 'The unit (2024-07, 2024-Q3, 2024), country, basis, or not_stated' }),
  split: z.string().nullable().meta({ description: 'The value of the split dimension; null without one' }),
}).meta({ id: 'StatCell' })
export type StatCell = z.infer<typeof StatCell>

/**
 * cells + notDated = total, at the lowest, the best and the highest. The cell `not_stated`
 * holds what the destinations leave of the totals; it is below zero where they exceed them.
 * Under a rule that counts people, `refused_departure` holds those in no destination.
 */
export const ReleaseStats = z
  .object({
    by: z.enum([...timeUnits, ...splits]),
    split: z.enum(splits).nullable(),
    rule: CountingRule,
    ruleVersion: z.number().int(),
    unit: z.string().meta({ description: 'What `reported` counts' }),
    note: z.string().meta({ description: 'How far the numbers may be added' }),
    cells: z.array(StatCell),
    /** Events whose date does not lie inside one unit, by split value; empty when `by` is not a time. */
    notDated: z.array(StatCell),
    total: Tally,
    /** Under a date filter: events with no date at all, left out of everything above. */
    undated: Tally,
  })
  .meta({ id: 'ReleaseStats' })
export type ReleaseStats = z.infer<typeof ReleaseStats>

export const getReleaseStats = endpoint({
  method: 'get',
  path: '/stats/releases',
  on: 'records',
  tag: 'Statistics',
  summary: 'Releases by time or place, split once more if wanted',
  query: z
    .strictObject({
      ...releaseEventFilter,
      by: z.enum([...timeUnits, ...splits]).default('month'),
      split: z.enum(splits).optional(),
      rule: CountingRule.default('as_reported'),
    })
    .superRefine(ordered('from', 'to'))
    .refine((query) => query.by !== query.split, {
      path: ['split'],
      message: 'Split by something other than what the rows are by.',
    }),
  response: ReleaseStats,
})
export const downloadReleaseStats = csvOf(getReleaseStats)

export const Overview = z
  .object({
    rule: CountingRule,
    ruleVersion: z.number().int(),
    unit: z.string(),
    note: z.string(),
    releases: Tally,
    /** By whom the total of each event counts. */
    byPopulation: z.array(Tally.extend({ population: codeOf(populationLabels) })),
    /** Events under the filter for which no source gives a number. */
    eventsWithoutNumber: z.number().int(),
    named: z.object({ people: z.number().int(), releases: z.number().int() }),
    unnamed: z.object({ lowest: z.number().int(), highest: z.number().int().nullable() }),
    certain: z.number().int(),
    possible: z.number().int(),
    undated: z.number().int(),
    destinations: z.array(Tally.extend({ code: z.string(), stayed: z.boolean() })),
    countries: z.array(Tally.extend({ code: z.string() })),
    latestEvents: z.array(ReleaseEventRow),
    sanctionsActions: z.array(SanctionsActionRow),
    firstDay: z.string().nullable(),
    lastDay: z.string().nullable(),
  })
  .meta({ id: 'Overview' })
export type Overview = z.infer<typeof Overview>

export const getOverview = endpoint({
  method: 'get',
  path: '/stats/overview',
  on: 'records',
  tag: 'Statistics',
  long: true,
  summary: 'Headline numbers with their bands, and the latest records',
  query: z
    .strictObject({ ...releaseEventFilter, rule: CountingRule.default('as_reported') })
    .superRefine(ordered('from', 'to')),
  response: Overview,
})
