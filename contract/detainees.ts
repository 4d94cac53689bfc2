import { AfterRelease } from './after-release.ts'
import {
  codeOf,
  destinationStateLabels,
  endReasonLabels,
  nameKindLabels,
  sentenceKindLabels,
  sexLabels,
  statusLabels,
  visibilityLabels,
} from './codes.ts'
import {
  CountryFilter,
  DestinationFilter,
  Evidence,
  Id,
  SearchWords,
  listOf,
  ordered,
  pageOf,
  paging,
  recordId,
} from './common.ts'
import { CivilDate, StatedDate } from './dates/stated-date.ts'
import { endpoint } from './endpoint.ts'
import { idsOf } from './id-list.ts'
import { z } from './zod.ts'

/** What people are not chosen by in memory, and may be many. */
export const askedOfTables = ['q', 'releasedFrom', 'releasedTo', 'arrestedFrom', 'arrestedTo'] as const

export const detaineeFilter = {
  q: SearchWords.optional(),
  status: listOf(codeOf(statusLabels)).optional(),
  destination: DestinationFilter.optional().meta({ description: 'Where a release took the person, or not_stated' }),
  country: CountryFilter.optional().meta({ description: 'Country that held or released the person' }),
  sex: listOf(codeOf(sexLabels)).optional(),
  occupation: listOf(z.string().min(1).max(500)).optional(),
  article: listOf(z.string().min(1).max(500)).optional().meta({ description: 'Article of law charged, as text: 361-1' }),
  releasedFrom: CivilDate.optional(),
  releasedTo: CivilDate.optional(),
  arrestedFrom: CivilDate.optional(),
  arrestedTo: CivilDate.optional(),
  named: z.enum(['yes', 'no']).optional().meta({ description: 'no: people whose name is withheld or not on record' }),
  source: recordId('SRC').optional(),
  id: idsOf('D').optional(),
}
const filterObject = z.strictObject(detaineeFilter)
export type DetaineeFilter = z.output<typeof filterObject>

export const DetaineeSort = z.enum(['name', '-name', 'surname', '-surname', 'id', '-id', 'arrested', '-arrested', 'released', '-released'])
export type DetaineeSort = z.infer<typeof DetaineeSort>

export const DetaineeRow = z
  .object({
    id: Id,
    ref: z.string(),
    name: z.string().nullable(),
    lang: z.string().nullable(),
    sex: codeOf(sexLabels),
    birth: StatedDate,
    occupation: z.string().nullable(),
    description: z.string().nullable(),
    status: codeOf(statusLabels),
    statusAsOf: StatedDate,
    /** The first arrest on record. */
    arrested: StatedDate,
    releases: z.number().int(),
    lastReleased: StatedDate,
    destinations: z.array(z.string()).meta({ description: 'Country codes or not_stated, one of each' }),
    stayedIn: z.array(z.string()).meta({ description: 'Those of them that are the releasing country: nobody was taken there' }),
    onTheWayTo: z.array(z.string()).meta({ description: 'Those of them to which the person is only known to be on the way' }),
    refused: z.boolean().meta({ description: 'True where the person refused to leave in one of the releases' }),
    certainty: z.enum(['certain', 'possible', 'undated']),
  })
  .meta({ id: 'DetaineeRow' })
export type DetaineeRow = z.infer<typeof DetaineeRow>

export const DetaineeName = z
  .object({
    id: Id,
    text: z.string(),
    lang: z.string(),
    script: z.string(),
    kind: codeOf(nameKindLabels),
  })
  .meta({ id: 'DetaineeName' })

export const Detention = z
  .object({
    id: Id,
    country: z.string(),
    arrest: StatedDate,
    end: StatedDate,
    endReason: codeOf(endReasonLabels).nullable(),
    place: z.string().nullable(),
    authority: z.string().nullable(),
    charges: z.array(
      z.object({ id: Id, article: z.string(), codeOfLaw: z.string().nullable(), text: z.string().nullable() }),
    ),
    sentences: z.array(
      z.object({
        id: Id,
        kind: codeOf(sentenceKindLabels),
        lengthText: z.string().nullable(),
        lengthDays: z.number().int().nullable(),
        sentenced: StatedDate,
      }),
    ),
  })
  .meta({ id: 'Detention' })

export const Detainee = z
  .object({
    id: Id,
    ref: z.string(),
    visibility: codeOf(visibilityLabels),
    names: z.array(DetaineeName),
    sex: codeOf(sexLabels),
    birth: StatedDate,
    citizenships: z.array(z.string()),
    description: z.string().nullable(),
    occupation: z.string().nullable(),
    status: codeOf(statusLabels),
    statusAsOf: StatedDate,
    mergedInto: Id.nullable(),
    detentions: z.array(Detention),
    recognitions: z.array(
      z.object({ id: Id, recognisedBy: z.string(), recognised: StatedDate, criteria: z.string().nullable() }),
    ),
    releases: z.array(
      z.object({
        id: Id,
        destination: z.string().nullable(),
        destinationState: codeOf(destinationStateLabels),
        ...AfterRelease.shape,
        releaseEvent: z.object({
          id: Id,
          ref: z.string(),
          title: z.string(),
          date: StatedDate,
          country: z.string(),
        }),
      }),
    ),
    evidence: z.array(Evidence),
  })
  .meta({ id: 'Detainee' })
export type Detainee = z.infer<typeof Detainee>

export const listDetainees = endpoint({
  method: 'get',
  path: '/detainees',
  on: 'records',
  tag: 'Detainees',
  long: askedOfTables,
  summary: 'People under a filter',
  query: z
    .strictObject({ ...detaineeFilter, sort: DetaineeSort.default('name'), ...paging })
    .superRefine(ordered('releasedFrom', 'releasedTo'))
    .superRefine(ordered('arrestedFrom', 'arrestedTo')),
  response: pageOf(DetaineeRow),
  exports: true,
})

export const getDetainee = endpoint({
  method: 'get',
  path: '/detainees/:id',
  on: 'records',
  tag: 'Detainees',
  summary: 'One person: names, detentions, releases and evidence',
  params: z.object({ id: recordId('D') }),
  query: z.strictObject({}),
  response: Detainee,
  exports: true,
  logged: 'read',
})
