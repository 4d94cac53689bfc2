import {
  basisLabels,
  claimStateLabels,
  departureModeLabels,
  destinationStateLabels,
  dimensionLabels,
  linkLabels,
  noteKindLabels,
  populationLabels,
  relationLabels,
  sexLabels,
} from '#contract/codes.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { countryName } from '#contract/countries.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { readDate } from '#contract/dates/read-date.ts'
import type { CountWrite } from '#contract/count-write.ts'
import type { PersonWrite, ReleaseEventWrite } from '#contract/release-event-write.ts'
import type { Names } from '../record/names.ts'
import { dateWords, languageName, listed } from '../record/source-words.ts'

const labelled = (labels: Readonly<Record<string, string>>, code: string): string => labels[code]?.toLowerCase() ?? code

const edtfWords = (asserted: string): string => {
  const read = readDate(asserted)
  return 'problem' in read ? asserted : formatStatedDate(read.date)
}

/** What a source asserts for one field, in words: "30", "Lithuania", "pardon". */
export const assertedWords = (field: string, asserted: string): string => {
  switch (field) {
    case 'date':
    case 'onward':
      return edtfWords(asserted)
    case 'country':
    case 'destination':
    case 'onwardCountry':
      return /^[A-Z]{2}$/.test(asserted) ? countryName(asserted) : asserted
    case 'basis':
      return labelled(basisLabels, asserted)
    case 'population':
      return labelled(populationLabels, asserted)
    case 'destinationState':
      return labelled(destinationStateLabels, asserted)
    case 'departureMode':
      return labelled(departureModeLabels, asserted)
    case 'relation':
      return labelled(linkLabels, asserted)
    default:
      return asserted
  }
}

/*
 * A row of a write body in words. Each holds all that the row says, so that two rows
 * which differ never read alike: a reviewer sees every change.
 */

const saidBy = (who: string | null): string | null => (who === null ? null : `said by ${who}`)

export const basisWords = (basis: keyof typeof basisLabels): string => basisLabels[basis]

const cellWords = ({ dimension, cell }: CountWrite): string => {
  if (dimension === 'total') return dimensionLabels.total
  const isCountry = dimension === 'destination' || dimension === 'nationality'
  const isSex = dimension === 'sex'
  const what = isCountry ? countryName(cell) : isSex ? (sexLabels[cell as keyof typeof sexLabels] ?? cell) : cell
  return `${dimensionLabels[dimension]}: ${what}`
}

const numberWords = ({ qualifier, best, lowest, highest }: CountWrite): string => {
  const number = formatNumber(best)
  const bound = (value: number | null) => (value === null ? 'no known bound' : formatNumber(value))
  switch (qualifier) {
    case 'exact':
      return `exactly ${number}`
    case 'at_least':
      return `at least ${number}`
    case 'at_most':
      return `at most ${number}`
    case 'about':
      return lowest === null && highest === null ? `about ${number}` : `about ${number} (${bound(lowest)} to ${bound(highest)})`
    case 'range':
      return `${number} (between ${bound(lowest)} and ${bound(highest)})`
  }
}

export const countLabel = (count: CountWrite): string => `Count, ${cellWords(count)}`

export const countWords = (count: CountWrite): string =>
  listed(
    `${cellWords(count)}: ${numberWords(count)}`,
    count.population !== 'not_stated' && populationLabels[count.population].toLowerCase(),
    count.dimension !== 'total' && relationLabels[count.relation].toLowerCase(),
    count.dimension === 'total' && count.relation === 'overlap' && relationLabels.overlap.toLowerCase(),
    claimStateLabels[count.state].toLowerCase(),
    saidBy(count.saidBy),
  )

export const personName = (person: PersonWrite, names: Names): string =>
  person.detaineeId === null ? (person.newPerson?.name ?? '') : names.person(person.detaineeId)

const newPersonWords = ({ newPerson }: PersonWrite): string | null =>
  newPerson &&
  listed(
    'a new record',
    newPerson.lang === null ? 'language of the name not stated' : `name in ${languageName(newPerson.lang)}`,
    newPerson.sex !== 'not_stated' && sexLabels[newPerson.sex].toLowerCase(),
    newPerson.description,
  )

export const personWords = (person: PersonWrite, names: Names): string =>
  listed(
    personName(person, names),
    newPersonWords(person),
    person.destination === null ? 'destination not stated' : `destination ${countryName(person.destination)}`,
    person.destinationState === 'not_stated'
      ? 'arrival not stated'
      : destinationStateLabels[person.destinationState].toLowerCase(),
    person.departureMode && `left by: ${departureModeLabels[person.departureMode].toLowerCase()}`,
    person.restrictions && `still binding: ${person.restrictions}`,
    person.onwardCountry && `taken on to ${countryName(person.onwardCountry)}, date ${dateWords(person.onward)}`,
  )

export const linkWords = (link: ReleaseEventWrite['links'][number], names: Names): string =>
  listed(`${linkLabels[link.relation]}: ${names.action(link.sanctionsActionId)}`, saidBy(link.saidBy))

export const noteWords = (note: ReleaseEventWrite['notes'][number]): string => {
  const who = note.saidBy === null ? null : listed(`said by ${note.saidBy}`, note.saidByRole && `as ${note.saidByRole}`)
  return listed(
    `${noteKindLabels[note.kind]}: ${note.text}`,
    who ?? (note.saidByRole === null ? null : `said by ${note.saidByRole}, unnamed`),
  )
}
