import { contentRoles } from './access.ts'
import { Id, recordId } from './common.ts'
import { endpoint } from './endpoint.ts'
import { RecordKind } from './proposal-kinds.ts'
import { z } from './zod.ts'

/*
 * What is being typed, kept on the server as it is: a draft need not fit any schema, and is its
 * author's alone. Sending the form makes a proposal of it.
 */

const DraftRow = z
  .object({
    id: Id,
    kind: RecordKind,
    /** The record it corrects; null for a new one. */
    recordId: Id.nullable(),
    title: z.string(),
    /** Counts up with every save: what `If-Match` compares. */
    version: z.number().int(),
    savedAt: z.string(),
  })
  .meta({ id: 'DraftRow' })
export type DraftRow = z.infer<typeof DraftRow>

const Draft = DraftRow.extend({
  /** The form as it was left: the form alone knows what it means. */
  form: z.unknown(),
}).meta({ id: 'Draft' })

const draftId = z.object({ id: recordId('P') })
const form = z.record(z.string(), z.unknown())

export const listDrafts = endpoint({
  method: 'get',
  path: '/drafts',
  on: 'desk',
  tag: 'Drafts',
  summary: 'One’s own drafts, the last saved first',
  query: z.strictObject({}),
  response: z.object({ data: z.array(DraftRow) }),
  roles: contentRoles,
})

export const createDraft = endpoint({
  method: 'post',
  path: '/drafts',
  on: 'desk',
  tag: 'Drafts',
  summary: 'Keep a form as it is being filled in',
  body: z.strictObject({ kind: RecordKind, recordId: Id.nullable().default(null), form }),
  response: DraftRow,
  status: 201,
  roles: contentRoles,
  idempotent: true,
})

export const getDraft = endpoint({
  method: 'get',
  path: '/drafts/:id',
  on: 'desk',
  tag: 'Drafts',
  summary: 'One of one’s own drafts, as it was left',
  params: draftId,
  query: z.strictObject({}),
  response: Draft,
  roles: contentRoles,
})

export const saveDraft = endpoint({
  method: 'put',
  path: '/drafts/:id',
  on: 'desk',
  tag: 'Drafts',
  summary: 'Keep the form as it is filled in by now',
  description: 'Refused with 412 where the draft was saved from elsewhere since: nothing is overwritten unseen.',
  params: draftId,
  body: z.strictObject({ form }),
  response: DraftRow,
  roles: contentRoles,
  ifMatch: true,
})

export const discardDraft = endpoint({
  method: 'delete',
  path: '/drafts/:id',
  on: 'desk',
  tag: 'Drafts',
  summary: 'Throw a draft of one’s own away',
  params: draftId,
  response: z.object({}),
  roles: contentRoles,
  ifMatch: true,
})
