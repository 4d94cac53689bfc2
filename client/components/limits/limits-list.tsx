import type { ReactNode } from 'react'
import { formatNumber } from '#contract/charts/format-count.ts'
import styles from './limits.module.css'

type Shown = {
  readonly key: string
  readonly title: string
  readonly count: number
  readonly link: (words: string) => ReactNode
  readonly note?: string
}

/** What is not known, said aloud: how many records of each kind, and the way to them. */
export const LimitsList = ({ limits, nothing, one, many, of }: { limits: readonly Shown[]; nothing: string; one: string; many: string; of?: string | undefined }) => (
  <aside className={styles.panel} aria-label={of === undefined ? 'What is not known' : `What is not known, ${of}`}>
    <strong>What is not known</strong>
    {limits.length === 0 ? (
      <p>{nothing}</p>
    ) : (
      <ul>
        {limits.map(({ key, title, count, link, note }) => (
          <li key={key}>
            {title}: {link(`${formatNumber(count)} ${count === 1 ? one : many}`)}
            {note === undefined ? '' : ` (${note})`}
          </li>
        ))}
      </ul>
    )}
  </aside>
)
