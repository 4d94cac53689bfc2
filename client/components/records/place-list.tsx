import { inSentence } from '#contract/charts/place-words.ts'
import { countryName } from '#contract/countries.ts'
import { TextOrNotStated } from '../values/text-or-not-stated.tsx'

/** Destinations in one line: "Lithuania, on the way", "stayed in Belarus", "Lithuania, one refused to leave", "not stated". */
export const PlaceList = ({
  codes,
  stayedIn,
  onTheWayTo,
  refused = null,
  othersNotStated,
}: {
  codes: readonly string[]
  /** The countries that released: nobody is taken to where they are. */
  stayedIn: readonly string[]
  onTheWayTo?: readonly string[]
  /** Who refused to leave, in words; null where nobody is known to have. */
  refused?: string | null
  /** True where the places and the people named leave someone of whom no destination is stated. */
  othersNotStated: boolean
}) => {
  const place = (code: string): string => {
    if (stayedIn.includes(code)) return `stayed in ${inSentence(code)}`
    return onTheWayTo?.includes(code) ? `${countryName(code)} (on the way)` : countryName(code)
  }
  const known = [...codes.filter((code) => code !== 'not_stated').map(place), ...(refused === null ? [] : [refused])]
  const words = othersNotStated && known.length > 0 ? [...known, 'others not stated'] : known
  return <TextOrNotStated>{words.join(', ')}</TextOrNotStated>
}

/** "one refused to leave", "2 refused to leave"; null for nobody. */
export const refusedWords = (people: number): string | null =>
  people === 0 ? null : `${people === 1 ? 'one' : people} refused to leave`
