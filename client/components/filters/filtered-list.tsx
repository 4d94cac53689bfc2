import { type ReactNode, useEffect, useState } from 'react'
import styles from './filters.module.css'

const isWide = () => matchMedia('(min-width: 60rem)').matches

/** A list with its filters beside it; on a narrow screen they are folded above it. */
export const FilteredList = ({ filters, children }: { filters: ReactNode; children: ReactNode }) => {
  const [isOpen, setOpen] = useState(isWide)
  useEffect(() => {
    const query = matchMedia('(min-width: 60rem)')
    const follow = () => setOpen(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
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
