import { ordered } from './common.ts'
import { CountingRule } from './counting-rules.ts'
import { timeUnits } from './dimensions.ts'
import { endpoint } from './endpoint.ts'
import { releaseEventFilter } from './release-events.ts'
import { csvOf } from './stats-csv.ts'
import { Tally } from './stats.ts'
import { z } from './zod.ts'

const aboutRule = { rule: CountingRule, ruleVersion: z.number().int(), unit: z.string(), note: z.string() }
const rule = CountingRule.default('as_reported')

export const Cumulative = z
  .object({
    by: z.enum(timeUnits),
    ...aboutRule,
    /** Units in which something happened, in order; between two of them the line is level. */
    points: z.array(Tally.extend({ key: z.string() })),
    /** What lies in no one unit: the last point and this make the total, people apart. */
    notDated: Tally,
    total: Tally,
    undated: Tally,
  })
  .meta({ id: 'Cumulative', description: 'Each point holds all up to the end of its unit' })
export type Cumulative = z.infer<typeof Cumulative>

export const getCumulative = endpoint({
  method: 'get',
  path: '/stats/cumulative',
  on: 'records',
  tag: 'Statistics',
  summary: 'Releases added up over time',
  query: z
    .strictObject({ ...releaseEventFilter, by: z.enum(timeUnits).default('month'), rule })
    .superRefine(ordered('from', 'to')),
  response: Cumulative,
})
export const downloadCumulative = csvOf(getCumulative)

export const Flows = z
  .object({
    ...aboutRule,
    flows: z.array(
      Tally.extend({
        from: z.string(),
        to: z.string().meta({ description: 'Country code, not_stated or refused_departure' }),
        stayed: z.boolean().meta({ description: 'Released where they were: not a flow to anywhere' }),
      }),
    ),
    total: Tally,
    undated: Tally,
  })
  .meta({ id: 'Flows', description: 'The releases of all flows make the total; an event can be in several' })
export type Flows = z.infer<typeof Flows>

export const getFlows = endpoint({
  method: 'get',
  path: '/stats/flows',
  on: 'records',
  tag: 'Statistics',
  summary: 'From which country to which destination',
  query: z.strictObject({ ...releaseEventFilter, rule }).superRefine(ordered('from', 'to')),
  response: Flows,
})
export const downloadFlows = csvOf(getFlows)
