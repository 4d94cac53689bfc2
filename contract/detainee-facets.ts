import { ordered } from './common.ts'
import { askedOfTables, detaineeFilter } from './detainees.ts'
import { endpoint } from './endpoint.ts'
import { Facets } from './facets.ts'
import { z } from './zod.ts'

// Apart from the facets of release events: the first page of all carries those, and nothing of people.
export const getDetaineeFacets = endpoint({
  method: 'get',
  path: '/facets/detainees',
  on: 'records',
  tag: 'Facets',
  long: askedOfTables,
  summary: 'Counts of people by status, destination, country, sex, occupation, article and naming',
  query: z
    .strictObject(detaineeFilter)
    .superRefine(ordered('releasedFrom', 'releasedTo'))
    .superRefine(ordered('arrestedFrom', 'arrestedTo')),
  response: Facets,
})
