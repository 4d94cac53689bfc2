import type { ReactNode } from 'react'
import styles from './values.module.css'

/** A value in words; what no source says reads "not stated". */
export const TextOrNotStated = ({ children }: { children: ReactNode }) =>
  children === null || children === undefined || children === '' || children === 'Not stated' ? (
    <span className={styles.notStated}>not stated</span>
  ) : (
    <>{children}</>
  )

/** What may be known but is not in the public file, because it could lead to a withheld name. */
export const NotShown = () => <span className={styles.notStated}>not shown</span>
