import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import styles from './values.module.css'

/** A date as stated: "June 2025, day not stated". Machines read the day where it is one. */
export const StatedDateText = ({ date }: { date: StatedDate }) => {
  const words = formatStatedDate(date)
  if (date.edtf === null) return <span className={styles.notStated}>{words}</span>
  const isDay = date.earliest !== null && date.earliest === date.latest
  return isDay && date.earliest !== null ? (
    // A bare day stays on one line; what is said beside it (", inferred") may go on the next.
    <time dateTime={date.earliest} className={words.includes(',') ? undefined : styles.day}>
      {words}
    </time>
  ) : <span>{words}</span>
}
