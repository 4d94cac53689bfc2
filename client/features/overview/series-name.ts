import { restKey } from '#contract/charts/time-rows.ts'
import { countryName } from '#contract/countries.ts'

/** A destination as the name of a series. */
export const seriesName = (key: string): string =>
  key === restKey ? 'Other destinations' : key === 'not_stated' ? 'Destination not stated' : countryName(key)
