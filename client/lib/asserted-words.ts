import * as codes from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { statedDate } from '#contract/dates/stated-date.ts'

type Words = (value: string) => string

const labelled =
  (labels: Readonly<Record<string, string>>): Words =>
  (value) =>
    labels[value] ?? value

/** A date as it is written everywhere; what is no date of ours stays as the source has it. */
const dated: Words = (value) => {
  try {
    return formatStatedDate(statedDate(value, 'stated'))
  } catch {
    return value
  }
}

const countries: Words = (value) => (/^[A-Z]{2}$/.test(value) ? countryName(value) : value)

const byField: Readonly<Record<string, Words>> = {
  date: dated,
  birth: dated,
  arrest: dated,
  end: dated,
  sentenced: dated,
  recognised: dated,
  announced: dated,
  issued: dated,
  effective: dated,
  expires: dated,
  statusAsOf: dated,
  onward: dated,
  country: countries,
  destination: countries,
  onwardCountry: countries,
  citizenship: countries,
  cell: countries,
  basis: labelled(codes.basisLabels),
  population: labelled(codes.populationLabels),
  relation: labelled(codes.linkLabels),
  destinationState: labelled(codes.destinationStateLabels),
  departureMode: labelled(codes.departureModeLabels),
  status: labelled({ ...codes.actionStatusLabels, ...codes.statusLabels }),
  authority: labelled(codes.authorityLabels),
  action: labelled(codes.actionLabels),
  sex: labelled(codes.sexLabels),
  kind: labelled({ ...codes.sentenceKindLabels, ...codes.nameKindLabels }),
  endReason: labelled(codes.endReasonLabels),
}

const camel = (field: string): string => field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** An asserted value in words: a code by its label, a date as it is written everywhere. */
export const assertedWords = (field: string, value: string): string => (byField[camel(field)] ?? String)(value)

const fieldNames: Readonly<Record<string, string>> = {
  best: 'number',
  lowest: 'lowest number',
  highest: 'highest number',
  releaseEvent: 'release',
  releaseEventId: 'release',
  destinationState: 'state of the journey',
  departureMode: 'way of leaving',
  restrictions: 'what still binds the person',
  onwardCountry: 'country taken on to',
  onward: 'date of being taken on',
  statusAsOf: 'date of the status',
  refersTo: 'same act',
  saidBy: 'who is quoted',
  copyOf: 'copy of',
  endReason: 'reason of the end',
}

/** What the text of a record is, where that alone is said of it. */
const texts: Readonly<Record<string, string>> = { detainee_name: 'name', event_note: 'note', charge: 'charge' }

/** A field's name for a reader: `departureMode` is the "way of leaving", the `text` of a name the "name". */
export const fieldWords = (field: string, record: string): string => {
  const name = camel(field)
  if (name === 'text') return texts[record] ?? 'text'
  return fieldNames[name] ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
