import { statedDate, type StatedDate } from '#contract/dates/stated-date.ts'
import type { Destination, ReleaseCount } from './batch.ts'
import type { Evidence, Quote } from './evidence.ts'

/*
 * Small makers that the batches share, so that each says only what is its own.
 */

export const notStated: StatedDate = statedDate(null, 'not_stated')

type EvidenceParts = { readonly quote?: Quote; readonly asserts?: string; readonly saidBy?: string }

/** Evidence from one source; what is left out is null. */
export const evidenceOf = <Field extends string>(
  source: string,
  field: Field,
  { quote, asserts, saidBy }: EvidenceParts = {},
): Evidence<Field> => ({
  source,
  field,
  quote: quote ?? null,
  asserts: asserts ?? null,
  saidBy: saidBy ?? null,
})

/** A claim of exactly `best`, its population not stated, that nobody is quoted for. */
export const exactCount = (
  parts: Pick<ReleaseCount, 'dimension' | 'cell' | 'relation' | 'best' | 'state' | 'evidence'> &
    Partial<Pick<ReleaseCount, 'population' | 'saidBy'>>,
): ReleaseCount => ({
  population: 'not_stated',
  saidBy: null,
  ...parts,
  lowest: parts.best,
  highest: parts.best,
  qualifier: 'exact',
})

/** Degrees near the middle of each country, set by eye for a label on a small map. */
const labels: Readonly<Record<string, readonly [longitude: number, latitude: number]>> = {
  BY: [28.0, 53.5],
  CZ: [15.3, 49.8],
  DE: [10.4, 51.2],
  EE: [25.5, 58.7],
  GE: [43.4, 42.2],
  KZ: [67.3, 48.0],
  LT: [23.9, 55.3],
  LV: [24.9, 56.9],
  PL: [19.4, 52.1],
  TR: [35.4, 39.1],
  UA: [31.4, 49.0],
}

export const destinationOf = (code: string): Destination => {
  const label = labels[code]
  return { code, label: label === undefined ? null : { longitude: label[0], latitude: label[1] } }
}
