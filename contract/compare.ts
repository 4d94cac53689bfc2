import { codeOf } from './codes.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

/** Why a headline number moved, as what changed in the records says it. */
export const changeReasonLabels = {
  new_event: 'Release events added',
  withdrawn_event: 'Release events withdrawn',
  number_added: 'A number for events that had none',
  number_withdrawn: 'Events that no longer have a number',
  corrected_count: 'Corrected counts',
  other_claims: 'Other claims added or withdrawn',
  new_person: 'People added',
  newly_named: 'People newly on record in a release',
  no_longer_named: 'People no longer on record in a release',
  merged: 'People recorded twice, now one',
  merge_undone: 'People no longer merged',
  withdrawn_person: 'People withdrawn',
  protected: 'Removed to protect someone',
} as const

export const headlineLabels = {
  releases_lowest: 'Releases as reported, lowest',
  releases: 'Releases as reported',
  releases_highest: 'Releases as reported, highest',
  events: 'Release events',
  named: 'People on record as released',
} as const

export const comparedKindLabels = {
  release_event: 'Release events',
  detainee: 'Detainees',
  sanctions_action: 'Sanctions actions',
  source: 'Sources',
} as const

export const protectionLabels = {
  withheld: 'Withheld altogether',
  name_withheld: 'Name withheld',
} as const

const Value = z.union([z.string(), z.number(), z.null()])

/** One field that differs. `on` names the table and the row: a count or a note of an event is a row of its own. */
export const FieldChange = z
  .object({
    on: z.object({
      record: z.string(),
      id: z.number().int(),
      label: z.string().nullable().meta({ description: 'What a row that hangs on the record is: "Destination, Lithuania", a name, a source' }),
    }),
    field: z.string(),
    before: Value,
    after: Value,
  })
  .meta({ id: 'FieldChange' })
export type FieldChange = z.infer<typeof FieldChange>

export const ComparedRecord = z
  .object({ id: z.number().int(), ref: z.string(), title: z.string().nullable() })
  .meta({ id: 'ComparedRecord' })
export type ComparedRecord = z.infer<typeof ComparedRecord>

/** How many records of a list of changes are spelt out; its `total` counts all of them. */
export const mostCompared = 500

const changed = <T extends z.ZodType>(record: T) =>
  z.object({ total: z.number().int(), records: z.array(record).meta({ description: `The first ${mostCompared}` }) })

export const ComparedKind = z
  .object({
    kind: codeOf(comparedKindLabels),
    before: z.number().int(),
    after: z.number().int(),
    added: changed(ComparedRecord),
    corrected: changed(ComparedRecord.extend({ changes: z.array(FieldChange) })),
    merged: changed(ComparedRecord.extend({ into: ComparedRecord })),
    withdrawn: changed(ComparedRecord),
    protected: z.number().int().meta({ description: 'Removed to protect someone: a number, never a name or an id' }),
  })
  .meta({ id: 'ComparedKind', description: 'before + added − merged − withdrawn − protected = after' })
export type ComparedKind = z.infer<typeof ComparedKind>

export const Waterfall = z
  .object({
    headline: codeOf(headlineLabels),
    before: z.number().int(),
    after: z.number().int(),
    bars: z.array(
      z.object({
        reason: codeOf(changeReasonLabels),
        change: z.number().int(),
        records: z.number().int().meta({ description: 'Events or people whose change this is' }),
      }),
    ),
  })
  .meta({ id: 'Waterfall', description: 'before + the changes of all bars = after' })
export type Waterfall = z.infer<typeof Waterfall>

const EditionBrief = z.object({ number: z.number().int(), label: z.string(), publishedAt: z.string(), note: z.string() })

export const EditionComparison = z
  .object({
    from: EditionBrief,
    to: EditionBrief,
    kinds: z.array(ComparedKind),
    headlines: z.array(Waterfall),
    protections: z
      .array(
        z.object({
          reason: codeOf(protectionLabels),
          first: z.number().int().meta({ description: 'Of the people the first edition showed when it came out' }),
          second: z.number().int().meta({ description: 'Of those the second showed when it came out' }),
        }),
      )
      .meta({ description: 'How many people of each edition had to be protected since it came out; one who was in both counts in both' }),
  })
  .meta({ id: 'EditionComparison' })
export type EditionComparison = z.infer<typeof EditionComparison>

const EditionNumber = z
  .string()
  .regex(/^[1-9][0-9]{0,8}$/, 'Give the number of an edition, for example 1.')
  .transform(Number)

export const compareEditions = endpoint({
  method: 'get',
  path: '/editions/:a/compare/:b',
  on: 'public',
  tag: 'Editions',
  long: true,
  summary: 'What changed from one edition to another, with a waterfall for each headline number',
  params: z.object({ a: EditionNumber, b: EditionNumber }),
  query: z.strictObject({}),
  response: EditionComparison,
})
