import { z } from './zod.ts'

/*
 * Every code the register stores, with the words a reader sees. The tables hold the same
 * lists as CHECK constraints; tests/migrations compares the two.
 */

export type Labels<Code extends string = string> = Readonly<Record<Code, string>>

/** The codes of a label table as a zod enum, in the order they are written. */
export const codeOf = <const L extends Labels>(labels: L): z.ZodEnum<{ [K in keyof L & string]: K }> =>
  z.enum(Object.keys(labels) as [keyof L & string, ...(keyof L & string)[]]) as never

export const sexLabels = { f: 'Female', m: 'Male', x: 'Other', not_stated: 'Not stated' } as const

export const statusLabels = {
  detained_uncharged: 'Detained, not charged',
  detained_pretrial: 'Detained before trial',
  serving_sentence: 'Serving a sentence',
  house_arrest: 'House arrest before trial',
  open_facility: 'Open facility (khimiya)',
  home_confinement: 'Home confinement (home khimiya)',
  released: 'Released',
  released_conditionally: 'Released on conditions',
  exiled: 'Exiled',
  re_detained: 'Detained again',
  died_in_custody: 'Died in custody',
  died_after_release: 'Died after release',
  missing: 'Missing',
  unknown: 'Not stated',
} as const

/** Deprived of liberty, or restricted in it: a release to home confinement is not freedom. */
export const notAtLiberty: readonly (keyof typeof statusLabels)[] = [
  'detained_uncharged',
  'detained_pretrial',
  'serving_sentence',
  'house_arrest',
  'open_facility',
  'home_confinement',
  're_detained',
]

export const visibilityLabels = {
  public: 'Public',
  name_withheld: 'Name withheld',
  withheld: 'Withheld from the public',
} as const

export const nameKindLabels = {
  primary: 'Name',
  also_known_as: 'Also known as',
  romanised: 'Romanised',
  misspelt: 'Misspelt in a source',
  former: 'Former name',
} as const

export const basisLabels = {
  pardon: 'Pardon',
  amnesty: 'Amnesty',
  negotiated_release: 'Negotiated release',
  exchange: 'Exchange',
  sentence_served: 'Sentence served',
  humanitarian: 'Humanitarian grounds',
  acquittal: 'Acquittal',
  case_dropped: 'Case dropped',
  unconditional: 'Unconditional release',
  other: 'Other',
  not_stated: 'Not stated',
} as const

export const dimensionLabels = {
  total: 'Total',
  destination: 'Destination',
  nationality: 'Nationality',
  sex: 'Sex',
  offence_group: 'Group of offences',
} as const

export const relationLabels = {
  partition: 'A part of the total',
  overlap: 'Cuts across the total',
} as const

export const qualifierLabels = {
  exact: 'exactly',
  at_least: 'at least',
  at_most: 'at most',
  about: 'about',
  range: 'between',
} as const

export const populationLabels = {
  prisoners: 'Prisoners',
  political_prisoners: 'Political prisoners',
  detainees: 'Detainees',
  not_stated: 'Not stated',
} as const

export const claimStateLabels = {
  used: 'Used',
  other: 'Another claim',
  rejected: 'Rejected',
} as const

export const destinationStateLabels = {
  arrived: 'Arrived',
  transported: 'Transported there',
  en_route: 'On the way',
  not_stated: 'Not stated',
  refused_departure: 'Refused to leave',
  remained: 'Remained',
} as const

export const departureModeLabels = {
  bus: 'Bus',
  car: 'Car',
  train: 'Train',
  aircraft: 'Aircraft',
  on_foot: 'On foot',
  other: 'Other',
} as const

export const authorityLabels = {
  US: 'United States',
  EU: 'European Union',
  UK: 'United Kingdom',
  CA: 'Canada',
  CH: 'Switzerland',
  NO: 'Norway',
  AU: 'Australia',
  JP: 'Japan',
  UA: 'Ukraine',
  NZ: 'New Zealand',
  UN: 'United Nations',
  other: 'Another authority',
} as const

export const actionLabels = {
  designation: 'Designation',
  delisting: 'Delisting',
  general_licence_issued: 'General licence issued',
  general_licence_revoked: 'General licence revoked',
  sectoral_measure: 'Sectoral measure',
  measure_lifted: 'Measure lifted',
  announced_only: 'Announced, no instrument known',
  reported_relief: 'Relief reported, no instrument named',
  other: 'Other',
} as const

export const actionStatusLabels = {
  announced: 'Announced',
  issued: 'Issued',
  in_force: 'In force',
  ended: 'Ended',
  not_stated: 'Not stated',
} as const

/** How a source words the link. There is no "caused". */
export const linkLabels = {
  coincides_with: 'Coincides with',
  announced_together: 'Announced together',
  described_as_exchange: 'Described as an exchange',
  conditional_on: 'Conditional on',
  denied_link: 'A link is denied',
} as const

export const noteKindLabels = {
  negotiation: 'Negotiation',
  reaction: 'Reaction',
  conditions: 'Conditions',
  outlook: 'Outlook',
  context: 'Context',
} as const

export const endReasonLabels = {
  released: 'Released',
  sentence_served: 'Sentence served',
  escaped: 'Escaped',
  died: 'Died',
  transferred: 'Transferred',
  not_stated: 'Not stated',
} as const

export const sentenceKindLabels = {
  imprisonment: 'Imprisonment',
  home_confinement: 'Home confinement',
  open_facility: 'Open facility',
  house_arrest: 'House arrest',
  fine: 'Fine',
  death: 'Death sentence',
  other: 'Other',
  not_stated: 'Not stated',
} as const

export const roleLabels = {
  contributor: 'Contributor',
  reviewer: 'Reviewer',
  publisher: 'Publisher',
  admin: 'Administrator',
  auditor: 'Auditor',
} as const
