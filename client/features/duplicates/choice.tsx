import type { MergeSide } from '#contract/merge.ts'
import { useId } from 'react'
import styles from './duplicates.module.css'

/** Whose value stands. What only one of them states is taken without asking. */
export const Choice = ({
  label,
  sides,
  refs,
  chosen,
  mustChoose,
  onChoose,
}: {
  label: string
  sides: Readonly<Record<MergeSide, string | null>>
  refs: Readonly<Record<MergeSide, string>>
  chosen: MergeSide | undefined
  mustChoose: boolean
  onChoose: (side: MergeSide) => void
}) => {
  const name = useId()
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      {mustChoose ? (
        (['keep', 'drop'] as const).map((side) => (
          <label key={side}>
            <input type="radio" name={name} value={side} checked={chosen === side} required onChange={() => onChoose(side)} />
            <span>
              {sides[side]} <span className={styles.muted}>({refs[side]})</span>
            </span>
          </label>
        ))
      ) : (
        <p>
          {sides.keep ?? sides.drop ?? 'Not stated'}{' '}
          <span className={styles.muted}>
            {sides.keep === sides.drop ? '(both)' : `(${refs[sides.keep === null ? 'drop' : 'keep']}, the other does not say)`}
          </span>
        </p>
      )}
    </fieldset>
  )
}
