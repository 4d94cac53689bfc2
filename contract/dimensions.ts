import { authorityLabels, basisLabels, populationLabels, sexLabels } from './codes.ts'
import { countryName } from './countries.ts'
import { formatUnit } from './dates/format-date.ts'

/*
 * What numbers can be grouped by. A dimension of events cuts every number; one of people cuts
 * only those that count people on record.
 */

export const timeUnits = ['month', 'quarter', 'year'] as const
export const eventDimensions = [...timeUnits, 'destination', 'country', 'basis', 'sanctionsAuthority', 'population'] as const
export const peopleDimensions = ['sex', 'occupation', 'article', 'nationality'] as const
export const dimensions = [...eventDimensions, ...peopleDimensions] as const

export type TimeUnit = (typeof timeUnits)[number]
export type EventDimension = (typeof eventDimensions)[number]
export type PeopleDimension = (typeof peopleDimensions)[number]
export type Dimension = (typeof dimensions)[number]

export const dimensionTitles: Readonly<Record<Dimension, string>> = {
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
  destination: 'Destination',
  country: 'Released by',
  basis: 'Basis',
  sanctionsAuthority: 'Linked sanctions of',
  population: 'Who is counted',
  sex: 'Sex',
  occupation: 'Occupation',
  article: 'Article of law',
  nationality: 'Nationality',
}

export const isTime = (dimension: Dimension): dimension is TimeUnit => timeUnits.some((unit) => unit === dimension)

export const isOfPeople = (dimension: Dimension): dimension is PeopleDimension =>
  peopleDimensions.some((one) => one === dimension)

/** Keys that are no value of the dimension: what could not be put into a row of its own. */
export const notDated = 'not_dated'
export const refusedDeparture = 'refused_departure'
export const notLinked = 'not_linked'

const restLabels: Readonly<Record<string, string>> = {
  not_stated: 'Not stated',
  [refusedDeparture]: 'Refused to leave',
  [notLinked]: 'No sanctions action linked',
}

const codeLabels: Readonly<Partial<Record<Dimension, Readonly<Record<string, string>>>>> = {
  basis: basisLabels,
  sanctionsAuthority: authorityLabels,
  population: populationLabels,
  sex: sexLabels,
}

/** A key in words: "July 2024", "Lithuania", "Pardon", "Not dated to the month". */
export const dimensionLabel = (dimension: Dimension, key: string): string => {
  if (isTime(dimension)) return key === notDated ? `Not dated to the ${dimension}` : formatUnit(key)
  const rest = restLabels[key]
  if (rest !== undefined) return rest
  if (dimension === 'destination' || dimension === 'country' || dimension === 'nationality') return countryName(key)
  return codeLabels[dimension]?.[key] ?? key
}
