import { readDate } from '#contract/dates/read-date.ts'
import { countryOf } from './country-of.ts'
import type { CountDraft, Draft, EventField, LinkDraft, NoteDraft, PersonDraft } from './draft.ts'
import { readNumber } from './read-number.ts'

/**
 * The values of a row as evidence asserts them (a code, a number, EDTF), by name. Null is a
 * value that is not stated: it needs no source. An empty text is stated and asserts nothing more.
 */
export type StatedValues = Readonly<Record<string, string | null>>

const codeOrNull = (code: string): string | null => (code === '' || code === 'not_stated' ? null : code)

const dateValue = (typed: string): string | null => {
  const read = readDate(typed)
  return 'problem' in read ? '' : read.date.edtf
}

export const eventValues = (draft: Pick<Draft, EventField>): Readonly<Record<EventField, string | null>> => ({
  title: draft.title.trim() === '' ? null : '',
  date: dateValue(draft.date),
  country: draft.country.trim() === '' ? null : (countryOf(draft.country) ?? ''),
  basis: codeOrNull(draft.basis),
  summary: draft.summary.trim() === '' ? null : '',
})

const numberValue = (typed: string): string | null => {
  const read = readNumber(typed)
  return read === 'empty' ? null : String(read ?? '')
}

export const countValues = ({ best, population }: CountDraft): StatedValues => ({
  best: numberValue(best),
  population: codeOrNull(population),
})

export const personValues = ({ destination, destinationState, departureMode }: PersonDraft): StatedValues => ({
  releaseEvent: '',
  destination: destination.trim() === '' ? null : (countryOf(destination) ?? ''),
  destinationState: codeOrNull(destinationState),
  departureMode: codeOrNull(departureMode),
})

export const linkValues = ({ relation }: LinkDraft): StatedValues => ({ relation })
export const noteValues = (_note: NoteDraft): StatedValues => ({ text: '' })
