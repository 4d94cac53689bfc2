import { Edition } from './editions.ts'
import { endpoint } from './endpoint.ts'
import { text } from './write-fields.ts'
import { z } from './zod.ts'

/**
 * A text or address that would be published and may name someone who is not fully public. `key`
 * is given back to publish the edition without it.
 */
export const NamedText = z
  .object({
    key: z.string(),
    record: z.string().meta({ description: 'The record it belongs to, as it is shown: R-3' }),
    page: z.string().nullable().meta({ description: 'Where the record is corrected at the desk; null for the note of the edition' }),
    field: z.string().meta({ description: 'Table and column in words: "evidence, quote"' }),
    excerpt: z.string().meta({ description: 'How the text begins' }),
    message: z.string(),
    blankable: z.boolean(),
  })
  .meta({ id: 'NamedText' })
export type NamedText = z.infer<typeof NamedText>

/** As many texts as can be blanked in one publication. */
const mostBlanked = 20_000

/** What a publication would change for the public, compared with the latest edition. */
export const PublicationPreview = z
  .object({
    nextNumber: z.number().int(),
    changesets: z.array(
      z.object({ id: z.number().int(), kind: z.string(), author: z.string(), reason: z.string(), madeAt: z.string() }),
    ),
    headline: z.array(
      z.object({ label: z.string(), before: z.number().int().nullable(), after: z.number().int().nullable() }),
    ),
    /** Reasons to stop and ask: a headline number moves by more than 5 %, a record vanishes without a withdrawal. */
    warnings: z.array(z.string()),
    /** Publishing is refused while there are any that nobody has rewritten or chosen to blank. */
    refusals: z.array(NamedText),
  })
  .meta({ id: 'PublicationPreview' })
export type PublicationPreview = z.infer<typeof PublicationPreview>

export const previewPublication = endpoint({
  method: 'get',
  path: '/publish',
  on: 'desk',
  tag: 'Publishing',
  summary: 'What publishing now would change for the public',
  query: z.strictObject({}),
  response: PublicationPreview,
  roles: ['publisher', 'reviewer'],
})

export const publishEdition = endpoint({
  method: 'post',
  path: '/publish',
  on: 'desk',
  tag: 'Publishing',
  summary: 'Publish the register as the next edition',
  body: z.strictObject({
    note: text(2000, 'Say what this edition brings, in a few words.'),
    /** True once a publisher has read the warnings of the preview. */
    confirmed: z.boolean().default(false),
    blank: z
      .array(z.string().max(200))
      .max(mostBlanked)
      .default([])
      .meta({ description: 'Keys of the refused texts that this edition is to be without; the register keeps them' }),
  }),
  response: z.object({ edition: Edition }),
  status: 201,
  roles: ['publisher'],
  idempotent: true,
})
