import { type ReactNode, useId, useState } from 'react'
import { useDoor } from '#client/lib/door.ts'
import { useIsLive } from '#client/lib/use-in-browser.ts'
import { Switch } from '../forms/switch.tsx'
import { OnPaper } from '../layout/on-paper.tsx'
import styles from './chart-frame.module.css'

/**
 * What every chart has: a title made of the filter's sentence, its total with the unit, the same
 * numbers as a table, the rule it counts by, and what can be taken along.
 */
export const ChartFrame = ({
  title,
  side = null,
  total,
  rule,
  beside,
  tools,
  chart,
  table,
  takeAway,
  id: anchor,
  view: given,
  onView,
  isUpdating = false,
}: {
  title: string
  /** Its letter, where two filters are compared. */
  side?: string | null
  total: ReactNode
  rule: ReactNode
  /** What the chart could not draw, said beside it. */
  beside?: ReactNode
  tools?: ReactNode
  chart: ReactNode
  table: ReactNode
  /** What can be taken along. */
  takeAway: ReactNode
  /** What links to the chart name it by. */
  id?: string
  /** `chart` or `table`, where the page's address keeps it. */
  view?: string
  onView?: (view: string) => void
  isUpdating?: boolean
}) => {
  const id = useId()
  const isLive = useIsLive()
  // Alone on a page, the chart is what the page is about.
  const Heading = useDoor().isEmbedded === true ? 'h1' : 'h2'
  const [own, setOwn] = useState('chart')
  const [view, setView] = [given ?? own, onView ?? setOwn]
  return (
    <figure id={anchor} className={styles.frame} aria-labelledby={id} aria-busy={isUpdating}>
      <figcaption>
        <Heading id={id} className={styles.title}>
          {side === null ? null : <span className={styles.side}>{side}</span>}
          {title}
        </Heading>
        <p className={styles.total} role="status">
          {total}
        </p>
      </figcaption>
      <div className={styles.tools} data-screen-only="" inert={!isLive}>
        {tools}
        <Switch
          label={`How to show: ${title}`}
          value={view}
          options={[
            { value: 'chart', label: 'Chart' },
            { value: 'table', label: 'Table' },
          ]}
          onChange={setView}
        />
      </div>
      <div className={isUpdating ? `${styles.body} ${styles.updating}` : styles.body}>
        {view === 'chart' ? (
          <>
            {chart}
            <OnPaper>{table}</OnPaper>
          </>
        ) : (
          table
        )}
      </div>
      <div className={styles.foot}>
        {beside === undefined ? null : <div>{beside}</div>}
        <p>{rule}</p>
        <div className={styles.away} inert={!isLive}>
          {takeAway}
        </div>
      </div>
    </figure>
  )
}
