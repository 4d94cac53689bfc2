import type { ReactNode } from 'react'
import styles from './values.module.css'

/** The words of a source, or that none are kept; and who is quoted in them. */
export const Quote = ({ text, saidBy }: { text: ReactNode; saidBy: string | null }) => (
  <>
    {text === null ? (
      <p className={styles.said}>No words kept from this source.</p>
    ) : (
      <blockquote className={styles.quote}>“{text}”</blockquote>
    )}
    {saidBy === null ? null : <p className={styles.said}>Quoted: {saidBy}</p>}
  </>
)
