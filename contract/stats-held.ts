import { Interval, ordered } from './common.ts'
import { CivilDate } from './dates/stated-date.ts'
import { endpoint } from './endpoint.ts'
import { releaseEventFilter } from './release-events.ts'
import { csvOf } from './stats-csv.ts'
import { z } from './zod.ts'

export const heldUnits = ['day', 'month', 'quarter', 'year'] as const

/** More points than this are thinned to the next larger unit. */
export const mostHeldPoints = 750

export const Held = z
  .object({
    of: z.enum(['everyone', 'released']).meta({
      description: 'everyone on record; or, where the filter says more than dates and country, those named in its release events',
    }),
    unit: z.string(),
    note: z.string(),
    asked: z.enum(heldUnits),
    by: z.enum(heldUnits).meta({ description: 'The unit asked for, or a larger one where that would be more than 750 points' }),
    /** On the first day of each unit. */
    points: z.array(z.object({ day: CivilDate, held: Interval })),
    people: z.number().int().meta({ description: 'Whose detentions these are' }),
    undated: z.number().int().meta({ description: 'People with a detention of which neither arrest nor end has a date: in no point' }),
  })
  .meta({ id: 'Held', description: 'Lowest: surely held that day. Highest: arrested by then, perhaps, and not known to be out' })
export type Held = z.infer<typeof Held>

export const getHeld = endpoint({
  method: 'get',
  path: '/stats/held',
  on: 'records',
  tag: 'Statistics',
  long: true,
  summary: 'How many are known to be held over time, as a band',
  description: 'from and to choose the days, country the country that holds; every other filter chooses the people.',
  query: z
    .strictObject({ ...releaseEventFilter, by: z.enum(heldUnits).default('month') })
    .superRefine(ordered('from', 'to')),
  response: Held,
})
export const downloadHeld = csvOf(getHeld)
