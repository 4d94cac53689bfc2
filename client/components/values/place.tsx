import { placeWords } from '#contract/charts/place-words.ts'
import type { Labels, destinationStateLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import styles from './values.module.css'

type State = keyof typeof destinationStateLabels & keyof Labels

/** A country by its name. */
export const Country = ({ code }: { code: string }) =>
  code === 'not_stated' ? <span className={styles.notStated}>not stated</span> : <>{countryName(code)}</>

/**
 * Where a release took someone. The releasing country reads "stayed in Belarus": nobody is
 * taken to where they are.
 */
export const Place = ({
  code,
  releasedIn,
  state,
}: {
  /** Country code, `not_stated`, or null. */
  code: string | null
  releasedIn: string
  state?: State
}) => {
  const words = placeWords(code, releasedIn, state)
  return words === 'not stated' ? <span className={styles.notStated}>{words}</span> : <>{words}</>
}
