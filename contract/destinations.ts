import { Count, CountryFilter, Id, pageOf } from './common.ts'
import { endpoint } from './endpoint.ts'
import { ReleaseEventRow } from './release-events.ts'
import { CountryCode } from './countries.ts'
import { StatedDate } from './dates/stated-date.ts'
import { z } from './zod.ts'

export const DestinationRow = z
  .object({
    code: z.string(),
    name: z.string(),
    longitude: z.number().nullable(),
    latitude: z.number().nullable(),
    /** People reported taken there, and who stayed where it is the releasing country. */
    reported: Count.nullable(),
    taken: Count.nullable().meta({ description: 'Those of them who were taken there by another country' }),
    stayed: Count.nullable().meta({ description: 'Those of them who stayed: the country released them itself' }),
    events: z.number().int(),
    stayedEvents: z.number().int().meta({ description: 'Those of the events in which it is the releasing country' }),
    named: z.number().int(),
  })
  .meta({ id: 'DestinationRow' })
export type DestinationRow = z.infer<typeof DestinationRow>

export const Destination = DestinationRow.extend({
  releaseEvents: z.array(ReleaseEventRow),
  people: z.array(
    z.object({
      id: Id,
      ref: z.string(),
      name: z.string().nullable(),
      lang: z.string().nullable(),
      destinationState: z.string(),
      stayed: z.boolean(),
      releaseEvent: z.object({ id: Id, ref: z.string(), title: z.string(), date: StatedDate }),
    }),
  ),
}).meta({ id: 'Destination', description: 'releaseEvents: the latest 200; people: the first 200 by name' })
export type Destination = z.infer<typeof Destination>

export const destinationFilter = {
  code: CountryFilter.optional().meta({ description: 'Only these countries, those of which nothing is on record too: how a citation lists them' }),
}
const filterObject = z.strictObject(destinationFilter)
export type DestinationFilter = z.output<typeof filterObject>

export const listDestinations = endpoint({
  method: 'get',
  path: '/destinations',
  on: 'records',
  tag: 'Destinations',
  long: true,
  summary: 'Countries people were taken to, with totals',
  query: z.strictObject(destinationFilter),
  response: pageOf(DestinationRow),
  exports: true,
})

export const getDestination = endpoint({
  method: 'get',
  path: '/destinations/:code',
  on: 'records',
  tag: 'Destinations',
  long: true,
  summary: 'One destination with its release events and named people; of a country to which nobody is known to have been taken it says so',
  params: z.object({ code: CountryCode }),
  query: z.strictObject({}),
  response: Destination,
  exports: true,
})
