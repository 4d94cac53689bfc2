import { placeWords } from '#contract/charts/place-words.ts'
import { TextOrNotStated } from '../values/text-or-not-stated.tsx'

/** Destinations in one line: "Lithuania, Ukraine", "stayed in Belarus", "not stated". */
export const PlaceList = ({ codes, releasedIn }: { codes: readonly string[]; releasedIn: string }) => {
  const stated = codes.filter((code) => code !== 'not_stated').map((code) => placeWords(code, releasedIn))
  const words = codes.includes('not_stated') && stated.length > 0 ? [...stated, 'others not stated'] : stated
  return <TextOrNotStated>{words.join(', ')}</TextOrNotStated>
}
