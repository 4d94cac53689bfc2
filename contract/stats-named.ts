import { Count, Id, Interval, Page, ordered, paging } from './common.ts'
import { StatedDate } from './dates/stated-date.ts'
import { endpoint } from './endpoint.ts'
import { ReleaseEventSort, releaseEventFilter } from './release-events.ts'
import { csvOf } from './stats-csv.ts'
import { z } from './zod.ts'

export const NamedEvent = z
  .object({
    id: Id,
    ref: z.string(),
    title: z.string(),
    date: StatedDate,
    country: z.string(),
    claimed: Count.nullable().meta({ description: 'Under the destinations chosen; null when no source gives a number' }),
    named: z.number().int().meta({ description: 'Distinct people in this event' }),
    unnamed: Interval.nullable().meta({ description: 'What the claims leave; null without a claim' }),
  })
  .meta({ id: 'NamedEvent' })
export type NamedEvent = z.infer<typeof NamedEvent>

export const NamedSum = z
  .object({
    events: z.number().int(),
    claimed: Count,
    /** People in events: the same person in two events counts twice. */
    named: z.number().int(),
    unnamed: Interval,
  })
  .meta({ id: 'NamedSum' })
export type NamedSum = z.infer<typeof NamedSum>

export const NamedAndUnnamed = z
  .object({
    data: z.array(NamedEvent),
    page: Page,
    total: NamedSum,
    rest: NamedSum.meta({ description: 'What the events on other pages hold' }),
    /** Each once over all events. */
    people: z.number().int(),
  })
  .meta({ id: 'NamedAndUnnamed', description: 'The rows of this page and the rest make the total' })
export type NamedAndUnnamed = z.infer<typeof NamedAndUnnamed>

export const getNamedAndUnnamed = endpoint({
  method: 'get',
  path: '/stats/named',
  on: 'records',
  tag: 'Statistics',
  long: true,
  summary: 'Claimed, named and unnamed for each release event',
  query: z
    .strictObject({ ...releaseEventFilter, sort: ReleaseEventSort.default('-reported'), ...paging })
    .superRefine(ordered('from', 'to')),
  response: NamedAndUnnamed,
})

/** The whole filtered set, without pages. */
export const downloadNamedAndUnnamed = csvOf({
  ...getNamedAndUnnamed,
  query: z
    .strictObject({ ...releaseEventFilter, sort: ReleaseEventSort.default('-reported') })
    .superRefine(ordered('from', 'to')),
})
