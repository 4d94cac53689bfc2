import { contentRoles, registerReaders } from './access.ts'
import { Id, hasNoNul, nulMessage, recordId } from './common.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

/**
 * A person leaves the register: every name, what identifies them and every text that names them,
 * in the register, its history, everything kept at the desk and every kept edition. Their number,
 * their releases and all counts stay. It cannot be undone.
 */
const PersonWrite = z.strictObject({ person: Id })

/**
 * Words leave the register wherever they stand, as a person does: the name of a relative, a
 * sentence, a quote, an address. They are chosen in one text of one record.
 */
export const WordsWrite = z.strictObject({
  record: z.string().regex(/^(?:D|R|S|SRC)-[1-9][0-9]{0,14}$/),
  table: z.string().min(1).max(50),
  id: Id,
  field: z.string().min(1).max(50),
  words: z.string().trim().min(1, 'Choose the words that shall leave.').max(20_000, 'Choose fewer words.').refine(hasNoNul, nulMessage),
})
export type WordsWrite = z.output<typeof WordsWrite>

export const RedactionWrite = z.union([PersonWrite, WordsWrite])
export type RedactionWrite = z.output<typeof RedactionWrite>

const Places = z.array(z.object({ place: z.string(), count: z.number().int() }))

/** Everything a redaction would touch, counted where it is; texts of records one by one, never quoted. */
const Touches = z
  .object({
    names: z.number().int(),
    /** `whole`: nothing of the text can stay, because of whom it tells or because the words stand in it in another writing. */
    texts: z.array(z.object({ record: z.string(), page: z.string(), field: z.string(), whole: z.boolean() })),
    history: z.number().int(),
    reasons: z.number().int(),
    desk: Places,
    editions: z.array(z.string()),
  })
  .meta({ id: 'RedactionTouches' })
export type Touches = z.infer<typeof Touches>

export const RedactionPreview = Touches.extend({
  person: Id,
  /** Others who were merged into them: they go along. */
  alsoMerged: z.array(Id),
}).meta({ id: 'RedactionPreview' })
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

const RecordText = z.object({ table: z.string(), id: Id, field: z.string(), text: z.string() }).meta({ id: 'RecordText' })
export type RecordText = z.infer<typeof RecordText>

const textsOf = (path: string, prefix: string) =>
  endpoint({
    method: 'get',
    path,
    on: 'desk',
    tag: 'Protection',
    summary: 'Every text of a record, its quotes too, out of which words can be taken',
    params: z.object({ id: recordId(prefix) }),
    query: z.strictObject({}),
    response: z.object({ data: z.array(RecordText) }),
    roles: contentRoles,
  })

export const listDetaineeTexts = textsOf('/detainees/:id/texts', 'D')
export const listReleaseEventTexts = textsOf('/release-events/:id/texts', 'R')
export const listSanctionsActionTexts = textsOf('/sanctions-actions/:id/texts', 'S')
export const listSourceTexts = textsOf('/sources/:id/texts', 'SRC')

export const previewWords = endpoint({
  method: 'post',
  path: '/redactions/preview',
  on: 'desk',
  tag: 'Proposals',
  summary: 'What taking words out of the register would touch, before it is proposed; nothing is kept',
  description: 'Found in a process of its own; over a large register it takes a minute or two.',
  body: WordsWrite,
  response: Touches,
  roles: contentRoles,
})

export const Redaction = z
  .object({
    id: Id,
    /** Who left; null where words did. */
    person: Id.nullable(),
    /** The text out of which words were taken; null for a person. */
    text: z.object({ record: z.string(), page: z.string(), field: z.string() }).nullable(),
    proposal: Id.nullable(),
    /** Pending until every file was let go of and no byte of a name, or of the words, is left in any. */
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
  summary: 'Redactions and how far each has come, the newest first; whom and what they are about by number only',
  query: z.strictObject({}),
  response: z.object({ data: z.array(Redaction) }),
  roles: registerReaders,
})
