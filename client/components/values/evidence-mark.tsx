import { useState } from 'react'
import type { Evidence } from '#contract/common.ts'
import { type ShownValues, fieldsSaidOtherwise, independentSources, sourcesDiffer } from '#client/lib/evidence-for.ts'
import { capitalised } from '#client/lib/capitalised.ts'
import { EvidenceDialog } from './evidence-dialog.tsx'
import styles from './values.module.css'

const nothing: ShownValues = {}

/**
 * Stands beside a value and opens what it rests on. Without a click it says how many sources
 * there are, that there is only one, counting copies with what they copy, and that they assert
 * different values, or another than the record shows. A value without evidence says that.
 */
export const EvidenceMark = ({
  evidence,
  of,
  stated = true,
  shown = nothing,
}: {
  evidence: readonly Evidence[]
  /** What the value is: "the date", "the number taken to Lithuania". */
  of: string
  /** False where the value is not stated: nothing then needs a source. */
  stated?: boolean
  /** The record's own values, by field: a source that asserts another one is marked, though it is alone. */
  shown?: ShownValues
}) => {
  const [isOpen, setOpen] = useState(false)
  if (evidence.length === 0) return stated ? <span className={styles.none}>no source on record</span> : null
  const sources = new Set(evidence.map(({ source }) => source.id)).size
  const otherwise = fieldsSaidOtherwise(evidence, shown).length > 0
  const differ = sourcesDiffer(evidence) ? 'sources differ' : otherwise ? 'source says otherwise' : null
  const isOnlyOne = independentSources(evidence) === 1
  const number = sources === 1 ? 'Only one source' : isOnlyOne ? `Only one source, and copies of it: ${sources}` : `${sources} sources`
  const label = `${number} for ${of}`
  return (
    <>
      <button
        type="button"
        className={differ !== null ? `${styles.mark} ${styles.differ}` : isOnlyOne ? `${styles.mark} ${styles.alone}` : styles.mark}
        aria-label={differ === null ? label : `${capitalised(differ)}: ${label}`}
        aria-haspopup="dialog"
        title={label}
        onClick={() => setOpen(true)}
      >
        <QuoteSign />
        {differ ?? (isOnlyOne ? 'one source' : sources)}
      </button>
      {isOpen ? <EvidenceDialog of={of} evidence={evidence} shown={shown} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

const QuoteSign = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
    <path d="M2 13V8.5C2 5 3.8 3 7 2.5l.3 1.6C5.6 4.6 4.8 5.6 4.7 7H7v6zm7 0V8.5C9 5 10.8 3 14 2.5l.3 1.6c-1.7.5-2.5 1.5-2.6 2.9H14v6z" />
  </svg>
)
