import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** Something a reader should know before going on; `caution` for what changes the meaning of the page. */
export const Notice = ({
  tone = 'plain',
  live = false,
  children,
}: {
  tone?: 'plain' | 'caution' | 'failure'
  /** True for a notice that appears after something was done: it is then read out. */
  live?: boolean
  children: ReactNode
}) => (
  <div className={tone === 'plain' ? styles.notice : `${styles.notice} ${styles[tone]}`} {...(live ? { role: 'status' } : {})}>
    {children}
  </div>
)
