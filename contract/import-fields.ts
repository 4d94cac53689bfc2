import { z } from './zod.ts'

/*
 * What a column of an imported table can hold, for each kind of table. Labels are what the desk
 * shows; `type` decides which rules a column has and how its cells are read.
 */

export const importKindLabels = {
  detainees: 'People',
  release_events: 'Release events',
  release_people: 'People of release events',
} as const

export const ImportKind = z.enum(['detainees', 'release_events', 'release_people'])
export type ImportKind = z.infer<typeof ImportKind>

export type ImportFieldType = 'name' | 'text' | 'date' | 'country' | 'countries' | 'code' | 'number' | 'list' | 'cells' | 'reference'

export type ImportField = { readonly key: string; readonly label: string; readonly type: ImportFieldType; readonly limit?: number }

const person: readonly ImportField[] = [
  { key: 'name', label: 'Name', type: 'name' },
  { key: 'surname', label: 'Surname', type: 'text', limit: 200 },
  { key: 'givenName', label: 'Given name', type: 'text', limit: 200 },
  { key: 'patronymic', label: 'Patronymic', type: 'text', limit: 200 },
  { key: 'otherNames', label: 'Other spellings of the name', type: 'list' },
  { key: 'sex', label: 'Sex', type: 'code' },
  { key: 'birth', label: 'Date of birth', type: 'date' },
  { key: 'citizenship', label: 'Citizenship', type: 'countries' },
  { key: 'occupation', label: 'Occupation', type: 'text', limit: 500 },
  { key: 'description', label: 'Public role', type: 'text', limit: 5000 },
]

export const importFields: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  detainees: [
    ...person,
    { key: 'status', label: 'Status', type: 'code' },
    { key: 'statusAsOf', label: 'Status as of', type: 'date' },
    { key: 'country', label: 'Country of detention', type: 'country' },
    { key: 'arrest', label: 'Date of arrest', type: 'date' },
    { key: 'end', label: 'End of detention', type: 'date' },
    { key: 'endReason', label: 'How it ended', type: 'code' },
    { key: 'place', label: 'Place of detention', type: 'text', limit: 500 },
    { key: 'authority', label: 'Authority', type: 'text', limit: 500 },
    { key: 'article', label: 'Articles of law', type: 'list' },
    { key: 'codeOfLaw', label: 'Code of law', type: 'text', limit: 500 },
    { key: 'sentenceKind', label: 'Kind of sentence', type: 'code' },
    { key: 'sentenceLength', label: 'Length of sentence', type: 'text', limit: 500 },
    { key: 'sentenced', label: 'Date of sentence', type: 'date' },
    { key: 'recognisedBy', label: 'Recognised by', type: 'text', limit: 500 },
    { key: 'recognised', label: 'Date of recognition', type: 'date' },
    { key: 'criteria', label: 'Criteria of recognition', type: 'text', limit: 5000 },
  ],
  release_events: [
    { key: 'title', label: 'Title', type: 'text', limit: 500 },
    { key: 'date', label: 'Date', type: 'date' },
    { key: 'country', label: 'Releasing country', type: 'country' },
    { key: 'basis', label: 'Basis', type: 'code' },
    { key: 'summary', label: 'Summary', type: 'text', limit: 5000 },
    { key: 'total', label: 'Total released', type: 'number' },
    { key: 'population', label: 'Who is counted', type: 'code' },
    { key: 'destinations', label: 'Destinations with numbers (LT 9; UA 114)', type: 'cells' },
  ],
  release_people: [
    { key: 'event', label: 'Release event (R-12, or its title)', type: 'reference' },
    ...person,
    { key: 'destination', label: 'Destination', type: 'country' },
    { key: 'destinationState', label: 'State of the journey', type: 'code' },
    { key: 'departureMode', label: 'How they left', type: 'code' },
  ],
}

export const fieldOf = (kind: ImportKind, key: string): ImportField | undefined =>
  importFields[kind].find((field) => field.key === key)
