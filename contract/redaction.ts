import { contentRoles, registerReaders } from './access.ts'
import { Id, recordId } from './common.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

/**
 * A person leaves the register: every name, what identifies them and every text that names them,
 * in the register, its history, everything kept at the desk and every kept edition. Their number,
 * their releases and all counts stay. It cannot be undone.
 */
export const RedactionWrite = z.strictObject({ person: Id })
export type RedactionWrite = z.output<typeof RedactionWrite>

const Places = z.array(z.object({ place: z.string(), count: z.number().int() }))

/** Everything a redaction would touch, counted where it is; texts of records one by one, never quoted. */
export const RedactionPreview = z
  .object({
    person: Id,
    /** Others who were merged into them: they go along. */
    alsoMerged: z.array(Id),
    names: z.number().int(),
    texts: z.array(z.object({ record: z.string(), page: z.string(), field: z.string() })),
    history: z.number().int(),
    reasons: z.number().int(),
    desk: Places,
    editions: z.array(z.string()),
  })
  .meta({ id: 'RedactionPreview' })
export type RedactionPreview = z.infer<typeof RedactionPreview>

export const previewRedaction = endpoint({
  method: 'get',
  path: '/detainees/:id/redaction',
  on: 'desk',
  tag: 'Protection',
  summary: 'What taking a person out of the register would touch, before it is proposed',
  description: 'Found in a process of its own; over a large register it takes a minute or two.',
  params: z.object({ id: recordId('D') }),
  query: z.strictObject({}),
  response: RedactionPreview,
  roles: contentRoles,
})

export const Redaction = z
  .object({
    id: Id,
    person: Id,
    proposal: Id.nullable(),
    /** Pending until every file was let go of and no byte of a name is left in any. */
    state: z.enum(['pending', 'complete']),
    begunAt: z.string(),
    completedAt: z.string().nullable(),
    /** What is in the way: old edition files still read, files that still hold a name, or that work goes on. */
    inTheWay: z.array(z.string()),
    touched: Places,
  })
  .meta({ id: 'Redaction' })
export type Redaction = z.infer<typeof Redaction>

export const listRedactions = endpoint({
  method: 'get',
  path: '/redactions',
  on: 'desk',
  tag: 'Protection',
  summary: 'Redactions and how far each has come, the newest first; whom they are about by number only',
  query: z.strictObject({}),
  response: z.object({ data: z.array(Redaction) }),
  roles: registerReaders,
})
