import { SeriesPatterns, fillOf } from './series-fill.tsx'
import styles from './time-chart.module.css'

/** Names of the series with their colour and pattern, in the order they are stacked. */
export const SeriesLegend = ({ keys, label }: { keys: readonly string[]; label: (key: string) => string }) => (
  <ul className={styles.legend}>
    {keys.map((key, index) => (
      <li key={key}>
        <svg viewBox="0 0 20 14" aria-hidden="true">
          <SeriesPatterns keys={keys} />
          <rect width="20" height="14" fill={fillOf(key, index)} />
        </svg>
        {label(key)}
      </li>
    ))}
  </ul>
)
