import type { ReactNode } from 'react'
import { useIsLive } from '#client/lib/use-in-browser.ts'
import { useOpenOnWide } from '#client/lib/use-open-on-wide.ts'
import styles from './filters.module.css'

/** A row of filters above what they choose; on a narrow screen it is folded, so that what it chooses is in view. */
export const FilterBar = ({ label, children }: { label: string; children: ReactNode }) => {
  const isLive = useIsLive()
  const [isOpen, setOpen] = useOpenOnWide('44rem')
  return (
    <details className={styles.fold} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Filters</summary>
      <div role="group" aria-label={label} className={styles.bar} inert={!isLive}>
        {children}
      </div>
    </details>
  )
}
