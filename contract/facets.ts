import { ordered } from './common.ts'
import { endpoint } from './endpoint.ts'
import { releaseEventFilter } from './release-events.ts'
import { z } from './zod.ts'

/**
 * `values` count records under the filter without the facet's own choice. A single-valued
 * facet adds up to that total; in a multi-valued one a record may count under several values.
 */
export const Facet = z
  .object({
    name: z.string().meta({ description: 'The parameter it belongs to' }),
    multiple: z.boolean(),
    total: z.number().int(),
    values: z.array(z.object({ value: z.string(), count: z.number().int(), chosen: z.boolean() })),
  })
  .meta({ id: 'Facet' })
export type Facet = z.infer<typeof Facet>

export const Facets = z.object({ facets: z.array(Facet) }).meta({ id: 'Facets' })

export const getReleaseEventFacets = endpoint({
  method: 'get',
  path: '/facets/release-events',
  on: 'records',
  tag: 'Facets',
  long: true,
  summary: 'Counts of release events by destination, country, basis, sanctions authority, population and naming',
  query: z.strictObject(releaseEventFilter).superRefine(ordered('from', 'to')),
  response: Facets,
})
