import type { destinationStateLabels } from '../codes.ts'
import { countryName } from '../countries.ts'

type State = keyof typeof destinationStateLabels

/** Where a release took someone, in words: "Lithuania, on the way", "stayed in Belarus", "not stated". */
export const placeWords = (code: string | null, releasedIn: string, state?: State): string => {
  if (state === 'refused_departure') return 'refused to leave'
  if (code === null || code === 'not_stated') {
    return state === 'remained' ? `stayed in ${inSentence(releasedIn)}` : 'not stated'
  }
  if (code === releasedIn) return `stayed in ${inSentence(code)}`
  if (state === 'en_route') return `${countryName(code)}, on the way`
  if (state === 'transported') return `${countryName(code)}, transported there`
  if (state === 'arrived') return `${countryName(code)}, arrived`
  return countryName(code)
}

const withArticle = new Set(['AE', 'BS', 'CD', 'CF', 'CG', 'DO', 'FK', 'GB', 'GM', 'KM', 'KY', 'MH', 'MV', 'NL', 'PH', 'SB', 'SC', 'TC', 'US', 'VG', 'VI'])

/** A country's name as it stands inside a sentence: "the United States". */
export const inSentence = (code: string): string =>
  withArticle.has(code) ? `the ${countryName(code)}` : countryName(code)
