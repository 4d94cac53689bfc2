import { inSentence } from '#contract/charts/place-words.ts'
import { restKey } from '#contract/charts/time-rows.ts'
import { countryName } from '#contract/countries.ts'
import type { Overview } from '#contract/stats.ts'

/**
 * A destination as the name of a series. A country where people only stayed says so; one where
 * some stayed and others were taken, says both.
 */
export const seriesNamer =
  (places: Overview['destinations']) =>
  (key: string): string => {
    if (key === restKey) return 'Other destinations'
    if (key === 'not_stated') return 'Destination not stated'
    const own = places.filter(({ code }) => code === key)
    if (!own.some(({ stayed }) => stayed)) return countryName(key)
    return own.every(({ stayed }) => stayed) ? `Stayed in ${inSentence(key)}` : `${countryName(key)}, stayed or taken there`
  }
