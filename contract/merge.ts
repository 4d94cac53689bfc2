import { contentRoles } from './access.ts'
import { PersonBrief } from './duplicates.ts'
import { Id, recordId } from './common.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

/** The two people of a merge: the one whose number stays, and the one whose number will lead there. */
const Side = z.enum(['keep', 'drop'])
export type MergeSide = z.infer<typeof Side>

/** What a person has one of. A status goes with its day. */
export const mergeFields = ['sex', 'birth', 'description', 'occupation', 'status'] as const
export const MergeField = z.enum(mergeFields)
export type MergeField = z.infer<typeof MergeField>

/**
 * Two records of one person become one. What only one of them states is taken; where both state
 * something else, it has to be chosen. Names, detentions, recognitions, releases and every piece
 * of evidence are kept; what was not chosen stays as what its sources assert.
 */
export const MergeWrite = z
  .strictObject({
    keep: Id,
    drop: Id,
    /** The versions that were compared: a person changed since is compared again. */
    keepVersion: z.number().int(),
    dropVersion: z.number().int(),
    fields: z.partialRecord(MergeField, Side).default({}),
    /** Names, of either, that are to be the main one of their script in place of the kept person's. */
    mainNames: z.array(Id).max(50).default([]),
    /** By release event: whose destination and departure stand, where both were in it. */
    releases: z.array(z.strictObject({ event: Id, take: Side })).max(500).default([]),
  })
  .refine(({ keep, drop }) => keep !== drop, { path: ['drop'], message: 'Choose two people.' })
export type MergeWrite = z.output<typeof MergeWrite>

const Sides = z.object({ keep: z.string().nullable(), drop: z.string().nullable() })

export const MergeView = z
  .object({
    keep: PersonBrief.extend({ version: z.number().int() }),
    drop: PersonBrief.extend({ version: z.number().int() }),
    score: z.number(),
    agrees: z.array(z.string()),
    differs: z.array(z.string()),
    nameOnly: z.boolean(),
    fields: z.array(Sides.extend({ field: MergeField, label: z.string(), mustChoose: z.boolean() })),
    /** Names that could be the main one of a script both have a main name in. */
    mainNames: z.array(
      z.object({ script: z.string(), keep: z.object({ id: Id, text: z.string(), lang: z.string() }), drop: z.object({ id: Id, text: z.string(), lang: z.string() }) }),
    ),
    releases: z.array(Sides.extend({ event: Id, title: z.string(), mustChoose: z.boolean() })),
    /** That somebody said these are two people, and why. */
    saidDifferent: z.array(z.object({ author: z.string(), reason: z.string(), madeAt: z.string() })),
  })
  .meta({ id: 'MergeView' })
export type MergeView = z.infer<typeof MergeView>

export const compareForMerge = endpoint({
  method: 'get',
  path: '/detainees/:id/merge/:other',
  on: 'desk',
  tag: 'Duplicates',
  summary: 'Two people side by side, with what has to be chosen before they can become one',
  params: z.object({ id: recordId('D'), other: recordId('D') }),
  query: z.strictObject({}),
  response: MergeView,
  roles: contentRoles,
})
