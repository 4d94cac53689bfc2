import { type StatedValues, codeValue, countryValue, dateValue, textValue } from '#client/components/entry/stated-values.ts'
import { readNumber } from '#client/components/entry/read-number.ts'
import type { CountDraft, Draft, EventField, LinkDraft, NoteDraft, PersonDraft } from './draft.ts'

export const eventValues = (draft: Pick<Draft, EventField>): Readonly<Record<EventField, string | null>> => ({
  title: textValue(draft.title),
  date: dateValue(draft.date),
  country: countryValue(draft.country),
  basis: codeValue(draft.basis),
  summary: textValue(draft.summary),
})

const numberValue = (typed: string): string | null => {
  const read = readNumber(typed)
  return read === 'empty' ? null : String(read ?? '')
}

export const countValues = ({ best, population }: CountDraft): StatedValues => ({
  best: numberValue(best),
  population: codeValue(population),
})

export const personValues = ({ destination, destinationState, departureMode, restrictions, onwardCountry, onward }: PersonDraft): StatedValues => ({
  releaseEvent: '',
  destination: countryValue(destination),
  destinationState: codeValue(destinationState),
  departureMode: codeValue(departureMode),
  restrictions: textValue(restrictions),
  onwardCountry: countryValue(onwardCountry),
  onward: dateValue(onward),
})

export const linkValues = ({ relation }: LinkDraft): StatedValues => ({ relation })
export const noteValues = (_note: NoteDraft): StatedValues => ({ text: '' })
