import { useEffect, useRef } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { DifferenceTable } from './difference-table.tsx'
import type { Difference } from './form-kind.ts'
import styles from './entry.module.css'

/** Someone changed the same thing meanwhile: both versions, and the way on. */
export const ConflictPanel = ({
  differences,
  onTakePresent,
}: {
  differences: readonly Difference[]
  onTakePresent: () => void
}) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.conflict}>
      <p>
        <strong>This was changed by someone else while you worked on it.</strong> Nothing is saved yet, and nothing you
        typed is lost. Here is where the two versions differ:
      </p>
      <DifferenceTable caption="The present version and yours" theirs="As it is now" rows={differences} />
      <Button kind="primary" onClick={onTakePresent}>
        Take the present version and keep my changes
      </Button>
      <p className={styles.muted}>
        What you did not touch then follows the present version; what you changed stays as you have it. Look through the
        form before you save it again.
      </p>
    </div>
  )
}
