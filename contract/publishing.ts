import { hasNoNul, nulMessage } from './common.ts'
import { Edition } from './editions.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

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
    /** Texts or addresses that name a person who is not fully public: publishing is refused while there are any. */
    refusals: z.array(z.object({ record: z.string(), field: z.string(), message: z.string() })),
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
    note: z.string().trim().min(1, 'Say what this edition brings, in a few words.').max(2000).refine(hasNoNul, nulMessage),
    /** True once a publisher has read the warnings of the preview. */
    confirmed: z.boolean().default(false),
  }),
  response: z.object({ edition: Edition }),
  status: 201,
  roles: ['publisher'],
  idempotent: true,
})
