import { Id, mostIds, ordered } from './common.ts'
import { endpoint } from './endpoint.ts'
import { releaseEventFilter } from './release-events.ts'
import { z } from './zod.ts'

/** What can be unknown of a release event, in words that stand before a number of events. */
export const limitTitles = {
  undated: 'No date is stated',
  not_dated_to_the_month: 'Dated, but not to the month',
  without_number: 'No source gives a number',
  unplaced: 'Some or all destinations are not stated',
  nobody_named: 'Nobody is on record',
  disputed: 'Sources give different numbers',
  open: 'A number is at least, at most or about',
} as const
export type Limit = keyof typeof limitTitles

export const Limits = z
  .object({
    limits: z.array(
      z.object({
        kind: z.enum(Object.keys(limitTitles) as [Limit, ...Limit[]]),
        title: z.string(),
        events: z.number().int(),
        ids: z.array(Id).meta({ description: `The events as the filter \`id\` takes them, the first ${mostIds}` }),
      }),
    ),
  })
  .meta({ id: 'Limits', description: 'An event can be in several. Under a date filter, undated ones are outside the total' })
export type Limits = z.infer<typeof Limits>

export const getLimits = endpoint({
  method: 'get',
  path: '/stats/limits',
  on: 'records',
  tag: 'Statistics',
  summary: 'What is not known of the release events under a filter',
  query: z.strictObject(releaseEventFilter).superRefine(ordered('from', 'to')),
  response: Limits,
})
