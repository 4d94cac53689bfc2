import { formatCount, formatInterval } from '#contract/charts/format-count.ts'
import type { Count, Interval } from '#contract/common.ts'
import styles from './values.module.css'

/** A number of people with its band: "52 (51 to 52)", "at least 9". Null reads "not stated". */
export const CountText = ({ count }: { count: Count | null }) =>
  count === null ? (
    <span className={styles.notStated}>not stated</span>
  ) : (
    <span className={styles.count}>{formatCount(count)}</span>
  )

/** "112 to 113"; null reads "not known". */
export const IntervalText = ({ interval }: { interval: Interval | null }) =>
  interval === null ? (
    <span className={styles.notStated}>not known</span>
  ) : (
    <span className={styles.count}>{formatInterval(interval)}</span>
  )
