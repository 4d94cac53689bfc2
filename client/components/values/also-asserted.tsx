import type { Evidence } from '#contract/common.ts'
import { assertedWords } from '#client/lib/asserted-words.ts'
import { otherValues } from '#client/lib/evidence-for.ts'
import styles from './values.module.css'

/** Beside a value where sources differ: what the others say, without a click. */
export const AlsoAsserted = ({
  evidence,
  field,
  shown,
}: {
  evidence: readonly Evidence[]
  field: string
  /** The value that is shown, as the register keeps it. */
  shown: string | null
}) => {
  const others = otherValues(evidence, shown)
  return others.length === 0 ? null : (
    <span className={styles.said}> also asserted: {others.map((value) => assertedWords(field, value)).join('; ')}</span>
  )
}
