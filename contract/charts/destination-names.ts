import { countryName } from '../countries.ts'
import type { Flows } from '../stats-series.ts'
import { inSentence } from './place-words.ts'

type Flow = Pick<Flows['flows'][number], 'to' | 'stayed'>

/**
 * Names of destinations under a filter. Nobody is taken to where they are: a country where people
 * only stayed says so, and one where some stayed and others were taken says both.
 */
export const destinationNamer =
  (flows: readonly Flow[]) =>
  (code: string): string => {
    if (code === 'not_stated') return 'Destination not stated'
    if (code === 'refused_departure') return 'Refused to leave'
    const own = flows.filter(({ to }) => to === code)
    if (!own.some(({ stayed }) => stayed)) return countryName(code)
    return own.every(({ stayed }) => stayed) ? `Stayed in ${inSentence(code)}` : `${countryName(code)}, stayed or taken there`
  }
