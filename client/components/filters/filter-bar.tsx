import type { ReactNode } from 'react'
import styles from './filters.module.css'

/** A row of filters above what they choose. */
export const FilterBar = ({ label, children }: { label: string; children: ReactNode }) => (
  <div role="group" aria-label={label} className={styles.bar}>
    {children}
  </div>
)
