import type { EditionComparison, Waterfall } from '#contract/compare.ts'
import { bandWords, movedAlike } from './comparison-words.ts'
import { WaterfallChart } from './waterfall-chart.tsx'
import styles from './editions.module.css'

/** Each headline number and how it came to change; the ends of the band are folded where they moved as it did. */
export const Headlines = ({ comparison: { from, to, headlines } }: { comparison: EditionComparison }) => {
  const names = [`Edition ${from.label}`, `Edition ${to.label}`] as const
  const find = (headline: Waterfall['headline']): Waterfall[] => headlines.filter((one) => one.headline === headline)
  const [lowest, releases, highest] = [...find('releases_lowest'), ...find('releases'), ...find('releases_highest')]
  const chart = (waterfall: Waterfall) => <WaterfallChart key={waterfall.headline} waterfall={waterfall} names={names} />
  return (
    <div className={styles.waterfalls}>
      {releases === undefined ? null : chart(releases)}
      {lowest === undefined || releases === undefined || highest === undefined ? null : (
        <Band waterfalls={[lowest, releases, highest]}>
          {chart(lowest)}
          {chart(highest)}
        </Band>
      )}
      {[...find('events'), ...find('named')].map(chart)}
    </div>
  )
}

const Band = ({ waterfalls, children }: { waterfalls: readonly [Waterfall, Waterfall, Waterfall]; children: React.ReactNode }) => {
  const [lowest, , highest] = waterfalls
  const words = bandWords(lowest, highest)
  if (words === null) return null
  return (
    <div>
      <p>
        {words} {movedAlike(waterfalls) ? 'Both ends moved as the number did.' : ''}
      </p>
      {movedAlike(waterfalls) ? null : (
        <details>
          <summary>How its ends moved</summary>
          <div className={styles.waterfalls}>{children}</div>
        </details>
      )}
    </div>
  )
}
