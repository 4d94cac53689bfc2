import { type ReactNode, useEffect } from 'react'
import { PageHeading } from './page-heading.tsx'
import { ThemeToggle } from './theme-toggle.tsx'
import styles from './entrance.module.css'

/** A page before the desk's door: nothing of the register is around it. */
export const Entrance = ({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) => {
  useEffect(() => {
    document.title = `${title} – Habeas desk`
  }, [title])
  return (
    <main id="main" className={styles.page}>
      <div className={styles.mark}>
        <p>
          <span className={styles.name}>Habeas</span> desk
        </p>
        <ThemeToggle />
      </div>
      <PageHeading title={title}>{lead}</PageHeading>
      {children}
    </main>
  )
}
