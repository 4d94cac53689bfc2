import { Link } from '@tanstack/react-router'
import type { SearchText } from '#client/lib/search-params.ts'
import styles from './filters.module.css'

export type Chip = {
  readonly key: string
  readonly label: string
  /** The page's search without this choice. */
  readonly without: SearchText
}

/** What is chosen, each with a way to take it away. */
export const Chips = ({ chips, clear }: { chips: readonly Chip[]; clear: SearchText }) =>
  chips.length === 0 ? null : (
    <ul className={styles.chips} aria-label="Chosen filters">
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <Link to="." search={without} resetScroll={false} className={styles.chip ?? ''} aria-label={`Remove filter: ${label}`}>
            {label}
            <svg viewBox="0 0 10 10" aria-hidden="true" stroke="currentColor" strokeWidth="1.8">
              <path d="M1 1l8 8M9 1L1 9" />
            </svg>
          </Link>
        </li>
      ))}
      {chips.length < 2 ? null : (
        <li data-screen-only="">
          <Link to="." search={clear} resetScroll={false}>
            Remove all
          </Link>
        </li>
      )}
    </ul>
  )
