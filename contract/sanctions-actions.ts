import { actionLabels, actionStatusLabels, authorityLabels, codeOf, linkLabels } from './codes.ts'
import { Evidence, Id, SearchWords, dateRange, listOf, ordered, pageOf, paging, recordId } from './common.ts'
import { StatedDate } from './dates/stated-date.ts'
import { endpoint } from './endpoint.ts'
import { idsOf } from './id-list.ts'
import { z } from './zod.ts'

export const sanctionsActionFilter = {
  q: SearchWords.optional(),
  authority: listOf(codeOf(authorityLabels)).optional(),
  action: listOf(codeOf(actionLabels)).optional(),
  commodity: listOf(z.string().min(1).max(500)).optional(),
  ...dateRange,
  linked: z.enum(['yes', 'no']).optional().meta({ description: 'Linked to a release event by a source' }),
  id: idsOf('S').optional(),
}
const filterObject = z.strictObject(sanctionsActionFilter)
export type SanctionsActionFilter = z.output<typeof filterObject>

const sanctionsAction = {
  id: Id,
  ref: z.string(),
  /** Made of its parts: "United States: general licence issued, potash". */
  title: z.string(),
  authority: codeOf(authorityLabels),
  agency: z.string().nullable(),
  action: codeOf(actionLabels),
  target: z.string().nullable(),
  commodity: z.string().nullable(),
  instrument: z.string().nullable(),
  announced: StatedDate,
  issued: StatedDate,
  effective: StatedDate,
  /** When it ends by its own terms, or was said to end. */
  expires: StatedDate,
  /** What it is tied to, in words. */
  conditions: z.string().nullable(),
  status: codeOf(actionStatusLabels),
  /** Another record of the same act: shown together, counted once. */
  refersTo: Id.nullable(),
}

export const SanctionsActionRow = z
  .object({
    ...sanctionsAction,
    /** Effective, else issued, else announced: the date lists sort and filter by. */
    date: StatedDate,
    certainty: z.enum(['certain', 'possible', 'undated']),
    linkedEvents: z.number().int(),
  })
  .meta({ id: 'SanctionsActionRow' })
export type SanctionsActionRow = z.infer<typeof SanctionsActionRow>

export const SanctionsAction = z
  .object({
    ...sanctionsAction,
    sameAct: z.array(z.object({ id: Id, ref: z.string(), title: z.string() })),
    releaseEvents: z.array(
      z.object({
        id: Id,
        relation: codeOf(linkLabels),
        saidBy: z.string().nullable(),
        releaseEvent: z.object({ id: Id, ref: z.string(), title: z.string(), date: StatedDate }),
      }),
    ),
    evidence: z.array(Evidence),
  })
  .meta({ id: 'SanctionsAction' })
export type SanctionsAction = z.infer<typeof SanctionsAction>

/** An action in words, made of its parts: "United States: general licence issued, Belavia". */
export const sanctionsActionTitle = (action: {
  readonly authority: string
  readonly action: string
  readonly target: string | null
  readonly commodity: string | null
}): string => {
  const authority = authorityLabels[action.authority as keyof typeof authorityLabels] ?? action.authority
  const words = actionLabels[action.action as keyof typeof actionLabels] ?? action.action
  const about = action.target ?? action.commodity
  return `${authority}: ${words.charAt(0).toLowerCase()}${words.slice(1)}${about === null ? '' : ` (${about})`}`
}

export const listSanctionsActions = endpoint({
  method: 'get',
  path: '/sanctions-actions',
  on: 'records',
  tag: 'Sanctions actions',
  summary: 'Sanctions actions under a filter',
  query: z
    .strictObject({ ...sanctionsActionFilter, sort: z.enum(['-date', 'date']).default('-date'), ...paging })
    .superRefine(ordered('from', 'to')),
  response: pageOf(SanctionsActionRow).extend({
    acts: z.number().int().meta({ description: 'Distinct acts among the total: several records of one act count once' }),
  }),
  exports: true,
})

export const getSanctionsAction = endpoint({
  method: 'get',
  path: '/sanctions-actions/:id',
  on: 'records',
  tag: 'Sanctions actions',
  summary: 'One sanctions action with its dates, linked releases and evidence',
  params: z.object({ id: recordId('S') }),
  query: z.strictObject({}),
  response: SanctionsAction,
  exports: true,
})
