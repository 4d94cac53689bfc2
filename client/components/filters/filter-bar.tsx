import type { ReactNode } from 'react'
import { useOpenOnWide } from '#client/lib/use-open-on-wide.ts'
import styles from './filters.module.css'

/** A row of filters above what they choose; on a narrow screen it is folded, so that what it chooses is in view. */
export const FilterBar = ({ label, children }: { label: string; children: ReactNode }) => {
  const [isOpen, setOpen] = useOpenOnWide('44rem')
  return (
    <details className={styles.fold} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Filters</summary>
      <div role="group" aria-label={label} className={styles.bar}>
        {children}
      </div>
    </details>
  )
}
