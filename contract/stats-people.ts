import { Interval, ordered } from './common.ts'
import { CountingRule } from './counting-rules.ts'
import { peopleDimensions } from './dimensions.ts'
import { endpoint } from './endpoint.ts'
import { releaseEventFilter } from './release-events.ts'
import { csvOf } from './stats-csv.ts'
import { z } from './zod.ts'

/** Time in detention before a release, in days: from the first on, up to but not the next. */
export const detentionBuckets = [
  { key: 'under_1_month', from: 0, label: 'Under a month' },
  { key: '1_to_6_months', from: 30, label: '1 to 6 months' },
  { key: '6_to_12_months', from: 183, label: '6 to 12 months' },
  { key: '1_to_2_years', from: 365, label: '1 to 2 years' },
  { key: '2_to_5_years', from: 730, label: '2 to 5 years' },
  { key: '5_years_or_more', from: 1826, label: '5 years or more' },
] as const

/** As many values as are listed; those with fewer releases are taken together. */
export const mostPeopleCells = 60

const PeopleCount = z.object({ releases: Interval, people: Interval })

export const PeopleStats = z
  .object({
    by: z.enum([...peopleDimensions, 'time_detained']),
    title: z.string(),
    rule: CountingRule,
    ruleVersion: z.number().int(),
    unit: z.string(),
    note: z.string(),
    of: z.string().meta({ description: 'Whose people these are' }),
    multiple: z.boolean().meta({ description: 'A person can have several values, and stands under each' }),
    cells: z.array(PeopleCount.extend({ key: z.string(), label: z.string() })),
    /** Values beyond the first 60. */
    rest: PeopleCount.extend({ values: z.number().int() }),
    total: PeopleCount,
    /** Under a date filter: in events with no date. */
    undated: PeopleCount,
  })
  .meta({
    id: 'PeopleStats',
    description:
      'By time detained a release stands in each bucket it may belong to: lowest is surely there, highest may be. `not_stated` has no two dates.',
  })
export type PeopleStats = z.infer<typeof PeopleStats>

export const getPeopleStats = endpoint({
  method: 'get',
  path: '/stats/people',
  on: 'records',
  tag: 'Statistics',
  long: true,
  summary: 'Who was released: the named people of the release events under a filter',
  query: z
    .strictObject({
      ...releaseEventFilter,
      by: z.enum([...peopleDimensions, 'time_detained']).default('sex'),
      rule: CountingRule.default('named').meta({ description: 'Under as_reported, all who are named' }),
    })
    .superRefine(ordered('from', 'to')),
  response: PeopleStats,
})
export const downloadPeopleStats = csvOf(getPeopleStats)
