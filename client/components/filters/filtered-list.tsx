import type { ReactNode } from 'react'
import { useOpenOnWide } from '#client/lib/use-open-on-wide.ts'
import styles from './filters.module.css'

/** A list with its filters beside it; on a narrow screen they are folded above it. */
export const FilteredList = ({ filters, children }: { filters: ReactNode; children: ReactNode }) => {
  const [isOpen, setOpen] = useOpenOnWide('60rem')
  return (
    <div className={styles.layout}>
      <details className={styles.side} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Filters</summary>
        <div className={styles.facets}>{filters}</div>
      </details>
      <div>{children}</div>
    </div>
  )
}
