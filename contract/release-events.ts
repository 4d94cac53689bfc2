import { AfterRelease } from './after-release.ts'
import {
  authorityLabels,
  basisLabels,
  claimStateLabels,
  codeOf,
  departureModeLabels,
  destinationStateLabels,
  dimensionLabels,
  linkLabels,
  noteKindLabels,
  populationLabels,
  qualifierLabels,
  relationLabels,
} from './codes.ts'
import {
  Count,
  CountryFilter,
  DestinationFilter,
  Evidence,
  Id,
  SearchWords,
  dateRange,
  listOf,
  ordered,
  pageOf,
  paging,
  recordId,
} from './common.ts'
import { StatedDate } from './dates/stated-date.ts'
import { endpoint } from './endpoint.ts'
import { Ledger } from './ledger.ts'
import { idsOf } from './id-list.ts'
import { z } from './zod.ts'

/** The one filter of events: list, facets, charts, overview and exports all use it. */
export const releaseEventFilter = {
  q: SearchWords.optional(),
  ...dateRange,
  destination: DestinationFilter.optional().meta({ description: 'Country codes people were taken to, or not_stated' }),
  country: CountryFilter.optional().meta({ description: 'Releasing country' }),
  basis: listOf(codeOf(basisLabels)).optional(),
  sanctionsAuthority: listOf(codeOf(authorityLabels)).optional(),
  source: recordId('SRC').optional().meta({ description: 'Only what this source says: its events, claims and people' }),
  population: listOf(codeOf(populationLabels)).optional().meta({ description: 'Whom the total of the event counts' }),
  named: listOf(z.enum(['yes', 'no']))
    .optional()
    .meta({ description: 'yes: someone is named in the event, by the source chosen if one is; no: nobody' }),
  id: idsOf('R').optional(),
  pinned: idsOf('R')
    .optional()
    .meta({ description: 'Exactly these, as a citation lists them: destination, source and named then choose numbers, not events' }),
}
const filterObject = z.strictObject(releaseEventFilter)
export type ReleaseEventFilter = z.output<typeof filterObject>

export const ReleaseEventSort = z.enum(['-date', 'date', '-reported', 'reported', 'title', '-title'])

export const ReleaseEventRow = z
  .object({
    id: Id,
    ref: z.string(),
    title: z.string(),
    date: StatedDate,
    certainty: z.enum(['certain', 'possible', 'undated']),
    country: z.string(),
    basis: codeOf(basisLabels),
    /** What the event adds to the sum under this filter; null when no source gives a number. */
    reported: Count.nullable(),
    /** The event's own total, whatever the filter. */
    total: Count.nullable(),
    named: z.number().int(),
    destinations: z.array(z.string()).meta({ description: 'Every value of the destination filter that finds it' }),
    refused: z.number().int().meta({ description: 'Named people of the event who refused to leave' }),
    othersNotStated: z
      .boolean()
      .meta({ description: 'True where the places and the named people leave someone whose destination nobody states' }),
  })
  .meta({ id: 'ReleaseEventRow' })
export type ReleaseEventRow = z.infer<typeof ReleaseEventRow>

export const Claim = z
  .object({
    id: Id,
    dimension: codeOf(dimensionLabels),
    cell: z.string(),
    relation: codeOf(relationLabels),
    lowest: z.number().int().nullable(),
    best: z.number().int(),
    highest: z.number().int().nullable(),
    qualifier: codeOf(qualifierLabels),
    population: codeOf(populationLabels),
    saidBy: z.string().nullable(),
    state: codeOf(claimStateLabels),
  })
  .meta({ id: 'Claim' })
export type Claim = z.infer<typeof Claim>

export const ReleasedPerson = z
  .object({
    id: Id,
    detainee: z.object({
      id: Id,
      ref: z.string(),
      name: z.string().nullable().meta({ description: 'null: the name is withheld' }),
      lang: z.string().nullable(),
      description: z.string().nullable(),
    }),
    destination: z.string().nullable(),
    destinationState: codeOf(destinationStateLabels),
    departureMode: codeOf(departureModeLabels).nullable(),
    ...AfterRelease.shape,
  })
  .meta({ id: 'ReleasedPerson' })
export type ReleasedPerson = z.infer<typeof ReleasedPerson>

export const LinkedSanction = z
  .object({
    id: Id,
    relation: codeOf(linkLabels),
    saidBy: z.string().nullable(),
    sanctionsAction: z.object({
      id: Id,
      ref: z.string(),
      title: z.string(),
      announced: StatedDate,
      issued: StatedDate,
      refersTo: Id.nullable(),
    }),
  })
  .meta({ id: 'LinkedSanction' })

export const EventNote = z
  .object({
    id: Id,
    kind: codeOf(noteKindLabels),
    saidBy: z.string().nullable(),
    saidByRole: z.string().nullable(),
    text: z.string(),
  })
  .meta({ id: 'EventNote' })

export const ReleaseEvent = z
  .object({
    id: Id,
    ref: z.string(),
    title: z.string(),
    date: StatedDate,
    country: z.string(),
    basis: codeOf(basisLabels),
    summary: z.string().nullable(),
    ledger: Ledger,
    counts: z.array(Claim),
    people: z.array(ReleasedPerson),
    sanctions: z.array(LinkedSanction),
    notes: z.array(EventNote),
    evidence: z.array(Evidence),
  })
  .meta({ id: 'ReleaseEvent' })
export type ReleaseEvent = z.infer<typeof ReleaseEvent>

export const listReleaseEvents = endpoint({
  method: 'get',
  path: '/release-events',
  on: 'records',
  tag: 'Release events',
  summary: 'Release events under a filter',
  query: z
    .strictObject({ ...releaseEventFilter, sort: ReleaseEventSort.default('-date'), ...paging })
    .superRefine(ordered('from', 'to')),
  response: pageOf(ReleaseEventRow),
  exports: true,
})

export const getReleaseEvent = endpoint({
  method: 'get',
  path: '/release-events/:id',
  on: 'records',
  tag: 'Release events',
  summary: 'One release event with its ledger, people, counts and evidence',
  description: 'With `source`, what that source alone says of it.',
  params: z.object({ id: recordId('R') }),
  query: z.strictObject({ source: recordId('SRC').optional() }),
  response: ReleaseEvent,
  exports: true,
})
