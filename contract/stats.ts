import { codeOf, populationLabels } from './codes.ts'
import { Count, ordered } from './common.ts'
import { endpoint } from './endpoint.ts'
import { ReleaseEventRow, releaseEventFilter } from './release-events.ts'
import { SanctionsActionRow } from './sanctions-actions.ts'
import { z } from './zod.ts'

export const timeUnits = ['month', 'quarter', 'year'] as const
export const splits = ['destination', 'basis', 'country'] as const

/** A sum over events: the used numbers, and the sums of the lowest and of the highest claims. */
export const Tally = z
  .object({
    events: z.number().int(),
    reported: Count,
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
 */
export const ReleaseStats = z
  .object({
    by: z.enum([...timeUnits, ...splits]),
    split: z.enum(splits).nullable(),
    unit: z.literal('releases of prisoners as reported'),
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
  summary: 'Releases as reported, by time or place, split once more if wanted',
  query: z
    .strictObject({
      ...releaseEventFilter,
      by: z.enum([...timeUnits, ...splits]).default('month'),
      split: z.enum(splits).optional(),
    })
    .superRefine(ordered('from', 'to'))
    .refine((query) => query.by !== query.split, {
      path: ['split'],
      message: 'Split by something other than what the rows are by.',
    }),
  response: ReleaseStats,
})

export const Overview = z
  .object({
    releases: Tally,
    byPopulation: z.array(z.object({ population: codeOf(populationLabels), events: z.number().int(), reported: Count })),
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
  summary: 'Headline numbers with their bands, and the latest records',
  query: z.strictObject(releaseEventFilter).superRefine(ordered('from', 'to')),
  response: Overview,
})
