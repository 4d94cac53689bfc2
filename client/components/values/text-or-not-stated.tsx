import type { ReactNode } from 'react'
import styles from './values.module.css'

/** A value in words; what no source says reads "not stated". */
export const TextOrNotStated = ({ children }: { children: ReactNode }) =>
  children === null || children === undefined || children === '' || children === 'Not stated' ? (
    <span className={styles.notStated}>not stated</span>
  ) : (
    <>{children}</>
  )
