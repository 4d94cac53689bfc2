import { inSentence } from '#contract/charts/place-words.ts'
import { countryName } from '#contract/countries.ts'
import { TextOrNotStated } from '../values/text-or-not-stated.tsx'

/** Destinations in one line: "Lithuania, Ukraine", "stayed in Belarus", "not stated". */
export const PlaceList = ({
  codes,
  stayedIn,
}: {
  codes: readonly string[]
  /** The countries that released: nobody is taken to where they are. */
  stayedIn: readonly string[]
}) => {
  const stated = codes
    .filter((code) => code !== 'not_stated')
    .map((code) => (stayedIn.includes(code) ? `stayed in ${inSentence(code)}` : countryName(code)))
  const words = codes.includes('not_stated') && stated.length > 0 ? [...stated, 'others not stated'] : stated
  return <TextOrNotStated>{words.join(', ')}</TextOrNotStated>
}
