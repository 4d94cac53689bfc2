import { claimStateLabels, dimensionLabels, sexLabels } from '#contract/codes.ts'
import type { SourceDraft } from '#client/components/entry/entry-draft.ts'
import { sourceLabel } from '#client/components/entry/source-draft.ts'
import { sourceLabels } from '#client/components/entry/source-labels.ts'
import type { CountDraft, Draft, EventField, Part } from './draft.ts'

const fieldLabels: Readonly<Record<string, string>> = {
  ...sourceLabels,
  cell: 'what is counted',
  relation: 'relation',
  qualifier: 'exactly or not',
  best: 'number',
  lowest: 'lowest',
  highest: 'highest',
  population: 'who is counted',
  state: 'standing of this count',
  saidBy: 'said by',
  saidByRole: 'in what role',
  destination: 'destination',
  destinationState: 'whether there yet',
  departureMode: 'how they left',
  restrictions: 'what still binds them',
  onwardCountry: 'taken on to',
  onward: 'when they were taken on',
  name: 'name',
  lang: 'language of the name',
  sex: 'sex',
  description: 'description',
  kind: 'kind',
  text: 'text',
  source: 'source',
  quote: 'quote',
  asserts: 'what this source says instead',
}

/** What a field is called in the summary of problems; null for what is no field of its own. */
export const fieldLabel = (field: string): string | null => fieldLabels[field] ?? null

/** "Destination Lithuania"; a claim that is not the used one says so, to be told from the one that is. */
export const countLabel = ({ dimension, cell, state }: Pick<CountDraft, 'dimension' | 'cell' | 'state'>): string => {
  const what = dimension === 'sex' ? (sexLabels[cell as keyof typeof sexLabels] ?? cell) : cell
  const standing = state === 'used' ? '' : `, ${claimStateLabels[state as keyof typeof claimStateLabels].toLowerCase()}`
  return `${dimensionLabels[dimension]} ${what}`.trim() + standing
}

const eventLabels: Readonly<Record<EventField, string>> = {
  title: 'Title',
  date: 'Date',
  country: 'Releasing country',
  basis: 'Basis',
  summary: 'Summary',
}

/** What a row of the form is called where it is spoken of: in problems, in the list of sources, to those who listen. */
export const rowLabel = (
  draft: Draft,
  row: Draft[Part][number] | SourceDraft | EventField,
): string => {
  if (typeof row === 'string') return eventLabels[row]
  if ('dimension' in row) return countLabel(row)
  if ('known' in row) return row.newPerson === null ? row.known.name : row.newPerson.name.trim() || 'New person'
  if ('actionId' in row) return row.title
  if ('url' in row) return sourceLabel(row)
  return `Note ${draft.notes.indexOf(row) + 1}`
}
