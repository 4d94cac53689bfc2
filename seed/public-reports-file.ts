import {
  actionLabels,
  authorityLabels,
  basisLabels,
  codeOf,
  destinationStateLabels,
  dimensionLabels,
  linkLabels,
  populationLabels,
  relationLabels,
} from '#contract/codes.ts'
import { CountryCode } from '#contract/countries.ts'
import { z } from '#contract/zod.ts'
import file from './public-reports.json' with { type: 'json' }

/*
 * The shape of public-reports.json. Objects are strict: a key that nothing here reads would be a
 * fact left out without a word.
 */

const Edtf = z.string().min(4)

const Total = z.strictObject({
  total: z.number().int(),
  population: codeOf(populationLabels).default('not_stated'),
  source: z.string(),
  used: z.boolean().optional(),
  asserts_date: Edtf.optional(),
})

const Cell = z.strictObject({
  dimension: codeOf(dimensionLabels).exclude(['total']),
  cell: z.string(),
  n: z.number().int(),
  relation: codeOf(relationLabels).optional(),
  source: z.string(),
  used: z.boolean().optional(),
  note: z.string().optional(),
})

const Claim = z.union([Total, Cell])
export type ReportedClaim = z.output<typeof Claim>

const Person = z.strictObject({
  name: z.string(),
  destination: CountryCode.optional(),
  destination_state: codeOf(destinationStateLabels).default('not_stated'),
  source: z.string().optional(),
})
export type ReportedPerson = z.output<typeof Person>

const ReleaseEvent = z.strictObject({
  key: z.string(),
  date: Edtf,
  basis: z.union([codeOf(basisLabels), z.literal('unknown').transform(() => 'not_stated' as const)]),
  note: z.string().optional(),
  same_event_as: z.string().optional(),
  claims: z.array(Claim).min(1),
  people: z.array(Person).default([]),
})
export type ReportedEvent = z.output<typeof ReleaseEvent>

const SanctionsAction = z.strictObject({
  key: z.string(),
  authority: codeOf(authorityLabels),
  agency: z.string().optional(),
  action: codeOf(actionLabels).extract(['designation', 'delisting', 'general_licence_issued', 'announced_only']),
  target: z.string().optional(),
  commodity: z.string().optional(),
  instrument: z.string().optional(),
  date: Edtf,
  source: z.string(),
  linked_release: z.string().optional(),
  relation: codeOf(linkLabels).optional(),
  refers_to: z.string().optional(),
  same_act_as: z.string().optional(),
})
export type ReportedAction = z.output<typeof SanctionsAction>

const Reports = z.strictObject({
  about: z.string(),
  country: CountryCode,
  sources: z.record(z.string(), z.strictObject({ publisher: z.string(), url: z.url(), published: Edtf })),
  release_events: z.array(ReleaseEvent),
  sanctions_actions: z.array(SanctionsAction),
})

/** The facts of the public reports as carried over. */
export const reports: z.output<typeof Reports> = Reports.parse(file)
