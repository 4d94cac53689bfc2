import type { ReactNode } from 'react'
import styles from './states.module.css'

/** Nothing to show, and what could be done about it. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className={styles.state}>
    <p className={styles.title}>{title}</p>
    {children === undefined ? null : <div>{children}</div>}
  </div>
)
