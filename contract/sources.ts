import { Evidence, Id, SearchWords, SourceBrief, pageOf, paging, recordId } from './common.ts'
import { endpoint } from './endpoint.ts'
import { idsOf } from './id-list.ts'
import { z } from './zod.ts'

const source = {
  author: z.string().nullable(),
  language: z.string().nullable(),
  retrieved: z.string().nullable(),
  sha256: z.string().nullable(),
}

export const SourceRow = SourceBrief.extend({
  ...source,
  values: z.number().int().meta({ description: 'How many values rest on it' }),
  events: z.number().int(),
  certainty: z.enum(['certain', 'possible', 'undated']),
}).meta({ id: 'SourceRow' })
export type SourceRow = z.infer<typeof SourceRow>

/** One value that rests on the source, with the record a reader would open for it. */
export const SourceValue = Evidence.omit({ source: true })
  .extend({
    value: z.string().nullable().meta({ description: 'The value as the record holds it, in words' }),
    record: z.object({
      kind: z.enum(['detainee', 'release_event', 'sanctions_action', 'destination']),
      id: z.union([Id, z.string()]),
      title: z.string().nullable(),
    }),
  })
  .meta({ id: 'SourceValue' })

export const Source = SourceBrief.extend({
  ...source,
  copies: z.array(SourceBrief),
  values: z.array(SourceValue),
  valuesInAll: z.number().int(),
  next: z.number().int().nullable().meta({ description: 'Give it as `after` for the values that follow; null where these are the last' }),
}).meta({ id: 'Source', description: 'values: 500 of those that rest on it, in the order in which they were entered' })
export type Source = z.infer<typeof Source>

/** The one filter of sources: list and exports use it. */
export const sourceFilter = { q: SearchWords.optional(), id: idsOf('SRC').optional() }
const filterObject = z.strictObject(sourceFilter)
export type SourceFilter = z.output<typeof filterObject>

export const listSources = endpoint({
  method: 'get',
  path: '/sources',
  on: 'records',
  tag: 'Sources',
  summary: 'Sources, with how much rests on each',
  query: z.strictObject({
    ...sourceFilter,
    sort: z.enum(['-published', 'published', 'publisher', '-values']).default('-published'),
    ...paging,
  }),
  response: pageOf(SourceRow),
  exports: true,
})

export const getSource = endpoint({
  method: 'get',
  path: '/sources/:id',
  on: 'records',
  tag: 'Sources',
  summary: 'One source with every value that rests on it, 500 at a time',
  params: z.object({ id: recordId('SRC') }),
  query: z.strictObject({
    after: z.coerce
      .number('Give the `next` of the values before.')
      .int('Give the `next` of the values before.')
      .positive('Give the `next` of the values before.')
      .optional()
      .meta({ description: 'The `next` of the values before' }),
  }),
  response: Source,
  exports: true,
})
