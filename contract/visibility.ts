import { registerReaders } from './access.ts'
import { codeOf, visibilityLabels } from './codes.ts'
import { recordId } from './common.ts'
import { endpoint } from './endpoint.ts'
import { text } from './write-fields.ts'
import { z } from './zod.ts'

/**
 * What the public is shown of a person. `pending`: editions that still show them, or old files
 * that a public process has not let go of; until there are none, the protection is not complete.
 */
export const PersonVisibility = z
  .object({
    id: z.number().int(),
    ref: z.string(),
    visibility: codeOf(visibilityLabels),
    state: z.enum(['complete', 'pending']),
    pending: z.array(z.string()).meta({ description: 'Labels of the edition files that are in the way, such as 1.0' }),
  })
  .meta({ id: 'PersonVisibility' })
export type PersonVisibility = z.infer<typeof PersonVisibility>

const params = z.object({ id: recordId('D') })

export const getVisibility = endpoint({
  method: 'get',
  path: '/detainees/:id/visibility',
  on: 'desk',
  tag: 'Protection',
  summary: 'What the public is shown of a person, and whether every kept edition agrees; its ETag is for If-Match',
  params,
  query: z.strictObject({}),
  response: PersonVisibility,
  roles: registerReaders,
})

export const setVisibility = endpoint({
  method: 'post',
  path: '/detainees/:id/visibility',
  on: 'desk',
  tag: 'Protection',
  summary: 'Withhold a person or their name from the public, in every kept edition too; or show them again from the next edition on',
  params,
  body: z.strictObject({
    visibility: codeOf(visibilityLabels),
    reason: text(2000, 'Say why, without the name.'),
  }),
  response: PersonVisibility,
  roles: ['publisher'],
  ifMatch: true,
  fresh: true,
})
