import { type ReactNode, useId } from 'react'
import styles from './section.module.css'

/** A part of a page under its own heading, found by that name. */
export const Section = ({
  title,
  note,
  aside,
  children,
}: {
  title: string
  note?: ReactNode
  /** A link or control at the end of the heading's line. */
  aside?: ReactNode
  children: ReactNode
}) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {note === undefined ? null : <p className={styles.note}>{note}</p>}
        {aside === undefined ? null : <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  )
}
