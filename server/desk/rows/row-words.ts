import {
  actionLabels,
  actionStatusLabels,
  authorityLabels,
  basisLabels,
  claimStateLabels,
  departureModeLabels,
  destinationStateLabels,
  dimensionLabels,
  endReasonLabels,
  linkLabels,
  nameKindLabels,
  noteKindLabels,
  populationLabels,
  qualifierLabels,
  relationLabels,
  sentenceKindLabels,
  sexLabels,
  statusLabels,
  visibilityLabels,
} from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { dateOf } from '../../features/common/dates.ts'
import type { RecordTable, Row } from '../../register/undo/rows.ts'

/** What one row of each table is called. */
export const tableWords: Readonly<Record<RecordTable, string>> = {
  source: 'Source',
  detainee: 'Person',
  detainee_citizenship: 'Citizenship',
  detainee_name: 'Name',
  detention: 'Detention',
  charge: 'Charge',
  sentence: 'Sentence',
  recognition: 'Recognition',
  destination: 'Destination',
  release_event: 'Release event',
  release_count: 'Count',
  release_person: 'Person released',
  sanctions_action: 'Sanctions action',
  release_sanction: 'Linked action',
  event_note: 'Note',
  evidence: 'Evidence',
}

type Labels = Readonly<Record<string, string>>

const labels: Readonly<Record<string, Labels>> = {
  'detainee.sex': sexLabels,
  'detainee.status': statusLabels,
  'detainee.visibility': visibilityLabels,
  'detainee_name.kind': nameKindLabels,
  'detention.end_reason': endReasonLabels,
  'sentence.kind': sentenceKindLabels,
  'release_event.basis': basisLabels,
  'release_count.dimension': dimensionLabels,
  'release_count.relation': relationLabels,
  'release_count.qualifier': qualifierLabels,
  'release_count.population': populationLabels,
  'release_count.state': claimStateLabels,
  'release_person.destination_state': destinationStateLabels,
  'release_person.departure_mode': departureModeLabels,
  'sanctions_action.authority': authorityLabels,
  'sanctions_action.action': actionLabels,
  'sanctions_action.status': actionStatusLabels,
  'release_sanction.relation': linkLabels,
  'event_note.kind': noteKindLabels,
}

/** Columns that name another record, with the letters before its number. */
const references: Readonly<Record<string, string>> = {
  detainee_id: 'D',
  merged_into: 'D',
  release_event_id: 'R',
  sanctions_action_id: 'S',
  refers_to: 'S',
  source_id: 'SRC',
  copy_of: 'SRC',
}

const countryColumns = new Set(['country', 'destination', 'onward_country', 'code'])

/** Made of other columns, or of no meaning to a reader. */
const hidden = new Set(['id', 'folded', 'name_key', 'detention_id', 'quote_start', 'quote_end', 'record_table', 'record_id', 'label_longitude', 'label_latitude'])

const datePart = /_(?:edtf|earliest|latest|basis)$/

const isDatePart = (row: Row, column: string): boolean =>
  datePart.test(column) && `${column.replace(datePart, '')}_edtf` in row

/** The fields of a row as a reader knows them: a date is one, and what is worked out is none. */
export const fieldsIn = (row: Row): string[] => [
  ...new Set(
    Object.keys(row)
      .filter((column) => !hidden.has(column))
      .map((column) => (isDatePart(row, column) ? column.replace(datePart, '') : column)),
  ),
]

/** "Status as of" for `status_as_of`. */
export const fieldWords = (field: string): string => {
  const words = field.replace(/_id$/, '').replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A field of a row in words; null where nothing is stated. */
export const valueWords = (table: RecordTable, row: Row, field: string): string | null => {
  if (`${field}_edtf` in row) {
    if (row[`${field}_basis`] === 'not_stated') return null
    // The columns of a date are texts; the table's CHECK holds their form.
    return formatStatedDate(dateOf(row as Readonly<Record<string, never>>, field))
  }
  const value = row[field]
  if (value === null || value === undefined || value === 'not_stated') return null
  const prefix = references[field]
  if (prefix !== undefined) return `${prefix}-${value}`
  if (countryColumns.has(field)) return countryName(String(value))
  return labels[`${table}.${field}`]?.[String(value)] ?? String(value)
}

/** The whole of a row: "Ivan Vydumany; kind: main name". What is not stated is left out. */
export const rowWords = (table: RecordTable, row: Row): string => {
  if (table === 'evidence') {
    const quote = row['quote'] === null ? 'no words kept' : `“${String(row['quote'])}”`
    const otherwise = row['asserts'] === null ? '' : `; asserts ${String(row['asserts'])}`
    return `SRC-${String(row['source_id'])}, for ${String(row['field'])}: ${quote}${otherwise}`
  }
  const main = fieldsIn(row).find((field) => ['text', 'title', 'article', 'recognised_by'].includes(field))
  const said = fieldsIn(row).flatMap((field) => {
    const words = valueWords(table, row, field)
    return words === null || field === main ? [] : [`${fieldWords(field).toLowerCase()}: ${words}`]
  })
  const first = main === undefined ? null : valueWords(table, row, main)
  return [...(first === null ? [] : [first]), ...said].join('; ')
}
