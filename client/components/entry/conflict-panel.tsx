import { useEffect, useRef } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import type { Difference } from './form-kind.ts'
import styles from './entry.module.css'

const side = (words: string | null) => (words === null ? <span className={styles.muted}>nothing</span> : <span className={styles.words}>{words}</span>)

const columns: readonly Column<Difference>[] = [
  { key: 'label', label: 'Value', cell: (row) => row.label },
  { key: 'theirs', label: 'As it is now', cell: (row) => side(row.theirs) },
  { key: 'mine', label: 'Yours', cell: (row) => side(row.mine) },
]

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
      <DataTable
        caption="The present version and yours"
        columns={columns}
        rows={differences}
        rowKey={(row) => row.key}
      />
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
