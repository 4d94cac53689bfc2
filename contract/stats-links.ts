import { actionLabels, actionStatusLabels, authorityLabels, codeOf, linkLabels } from './codes.ts'
import { Count, Id, ordered } from './common.ts'
import { StatedDate } from './dates/stated-date.ts'
import { endpoint } from './endpoint.ts'
import { releaseEventFilter } from './release-events.ts'
import { csvOf } from './stats-csv.ts'
import { z } from './zod.ts'

/** As many of each as a picture can hold; how many are left out is said. */
export const mostLinked = 400

/** Days from the release to a date of the action: below zero where the action came first. Null where a side is open. */
export const Gap = z
  .object({
    to: z.enum(['announced', 'issued', 'effective']),
    lowest: z.number().int().nullable(),
    highest: z.number().int().nullable(),
  })
  .meta({ id: 'Gap' })
export type Gap = z.infer<typeof Gap>

export const LinkedRelease = z
  .object({
    id: Id,
    ref: z.string(),
    title: z.string(),
    date: StatedDate,
    country: z.string(),
    reported: Count.nullable(),
  })
  .meta({ id: 'LinkedRelease' })
export type LinkedRelease = z.infer<typeof LinkedRelease>

export const LaneAction = z
  .object({
    id: Id,
    ref: z.string(),
    title: z.string(),
    authority: codeOf(authorityLabels),
    action: codeOf(actionLabels),
    announced: StatedDate,
    issued: StatedDate,
    effective: StatedDate,
    expires: StatedDate.meta({ description: 'When it ends by its own terms' }),
    /** `ended` says that it is over, also where no day of an end is known. */
    status: codeOf(actionStatusLabels),
    /** Another record of the same act: drawn together, counted once. */
    refersTo: Id.nullable(),
  })
  .meta({ id: 'LaneAction' })
export type LaneAction = z.infer<typeof LaneAction>

export const Link = z
  .object({
    id: Id,
    releaseEvent: Id,
    sanctionsAction: Id,
    relation: codeOf(linkLabels),
    saidBy: z.string().nullable(),
    gaps: z.array(Gap).meta({ description: 'One for each date of the action, where it and the release have one' }),
  })
  .meta({ id: 'Link', description: 'What a source says goes together; never a cause' })
export type Link = z.infer<typeof Link>

const Drawn = <T extends z.ZodType>(item: T) =>
  z.object({
    dated: z.array(item).meta({ description: 'In order of date' }),
    undated: z.array(item),
    leftOut: z.number().int(),
  })

export const Links = z
  .object({
    releases: Drawn(LinkedRelease),
    actions: Drawn(LaneAction),
    links: z.array(Link),
    /** Links that lead to a release or an action that is left out. */
    linksLeftOut: z.number().int(),
  })
  .meta({ id: 'Links' })
export type Links = z.infer<typeof Links>

export const getLinks = endpoint({
  method: 'get',
  path: '/stats/links',
  on: 'records',
  tag: 'Statistics',
  long: true,
  summary: 'Releases and sanctions actions on one time axis, and the links between them',
  description:
    'Releases under the filter; actions of the same dates and authorities, and whatever is linked to those releases. At most 400 of each, linked ones first, then the latest.',
  query: z.strictObject(releaseEventFilter).superRefine(ordered('from', 'to')),
  response: Links,
})
export const downloadLinks = csvOf(getLinks)
