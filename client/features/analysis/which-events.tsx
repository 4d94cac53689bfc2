import { Link } from '@tanstack/react-router'
import type { SearchText } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { counted } from '#contract/charts/format-count.ts'
import { listReleaseEvents } from '#contract/release-events.ts'
import styles from './analysis.module.css'

/** How many events all charts rest on, how surely they lie in the dates, and the way to them. */
export const WhichEvents = ({ filter }: { filter: SearchText }) => {
  const { data } = useAnswer(listReleaseEvents, { query: { ...filter, limit: 1 }, keepPrevious: true })
  if (data === undefined) return null
  const { total, certain, possible, undated } = data.page
  const isRanged = filter['from'] !== undefined || filter['to'] !== undefined
  return (
    <p className={styles.events}>
      {counted(total, 'release event', 'release events')}
      {isRanged ? `: ${certain} certainly in these dates, ${possible} possibly; ${undated} without a date left out` : ''}.{' '}
      <Link to="/release-events" search={filter}>
        The events behind every number here
      </Link>
    </p>
  )
}
