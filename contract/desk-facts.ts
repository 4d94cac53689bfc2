import { contentRoles } from './access.ts'
import { codeOf } from './codes.ts'
import { Id, recordId } from './common.ts'
import { endpoint } from './endpoint.ts'
import { text, textOrNull } from './write-fields.ts'
import { z } from './zod.ts'

/*
 * What the desk knows of a person and the public never sees. It is no part of a record, of a
 * proposal or of an edition; it is not proposed but kept, and each time it is read is logged.
 */

export const deskFactKindLabels = {
  health: 'Health',
  relative: 'Relatives',
  minor: 'Minors',
  address: 'Address',
  contact: 'Contacts',
  document: 'Documents',
  treatment: 'Treatment in detention',
  other: 'Other',
} as const

export const DeskFact = z
  .object({
    id: Id,
    kind: codeOf(deskFactKindLabels),
    text: z.string(),
    evidence: z.array(z.object({ source: Id.nullable(), quote: z.string().nullable() })),
    /** Counts up with every change: what `If-Match` compares. */
    version: z.number().int(),
    recordedBy: z.string(),
    recordedAt: z.string(),
    changedBy: z.string().nullable(),
    changedAt: z.string().nullable(),
  })
  .meta({ id: 'DeskFact' })
export type DeskFact = z.infer<typeof DeskFact>

const DeskFactWrite = z.strictObject({
  kind: codeOf(deskFactKindLabels),
  text: text(5000, 'Write down the fact.'),
  evidence: z
    .array(z.strictObject({ source: Id.nullable().default(null), quote: textOrNull(5000) }))
    .max(20)
    .default([]),
})
export type DeskFactWrite = z.output<typeof DeskFactWrite>

// What is kept of an answer to be given again must not hold the fact.
const Kept = z.object({ id: Id, version: z.number().int() })
const tag = 'Confidential facts'

export const listDeskFacts = endpoint({
  method: 'get',
  path: '/detainees/:id/desk-facts',
  on: 'desk',
  tag,
  summary: 'Confidential facts about a person; that they were read is kept in the access log',
  params: z.object({ id: recordId('D') }),
  query: z.strictObject({}),
  response: z.object({ data: z.array(DeskFact) }),
  roles: contentRoles,
})

export const createDeskFact = endpoint({
  method: 'post',
  path: '/detainees/:id/desk-facts',
  on: 'desk',
  tag,
  summary: 'Keep a confidential fact about a person',
  params: z.object({ id: recordId('D') }),
  body: DeskFactWrite,
  response: Kept,
  status: 201,
  roles: contentRoles,
  idempotent: true,
})

export const changeDeskFact = endpoint({
  method: 'put',
  path: '/desk-facts/:id',
  on: 'desk',
  tag,
  summary: 'Correct a confidential fact; what it said before is not kept',
  params: z.object({ id: recordId('F') }),
  body: DeskFactWrite,
  response: Kept,
  roles: contentRoles,
  ifMatch: true,
})

export const removeDeskFact = endpoint({
  method: 'delete',
  path: '/desk-facts/:id',
  on: 'desk',
  tag,
  summary: 'Remove a confidential fact for good: nothing of it is kept',
  params: z.object({ id: recordId('F') }),
  response: z.object({}),
  roles: contentRoles,
  ifMatch: true,
})
