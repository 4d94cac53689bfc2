import { type ReactNode, useId, useState } from 'react'
import { Button } from '../forms/button.tsx'
import { Switch } from '../forms/switch.tsx'
import { downloadText } from '#client/lib/download-text.ts'
import styles from './chart-frame.module.css'

/**
 * What every chart has: a title made of the filter's sentence, its total with the unit, the same
 * numbers as a table, those numbers as CSV, and the rule it counts by.
 */
export const ChartFrame = ({
  title,
  total,
  rule,
  beside,
  tools,
  chart,
  table,
  csv,
  takeAway,
  id: anchor,
  view: given,
  onView,
  printsChart = false,
  isUpdating = false,
}: {
  title: string
  total: ReactNode
  rule: ReactNode
  /** What the chart could not draw, said beside it. */
  beside?: ReactNode
  tools?: ReactNode
  chart: ReactNode
  table: ReactNode
  /** File name without ending, and its text. */
  csv?: { readonly name: string; readonly text: () => string }
  /** What can be taken along in place of the CSV made here. */
  takeAway?: ReactNode
  /** What links to the chart name it by. */
  id?: string
  /** `chart` or `table`, where the page's address keeps it. */
  view?: string
  onView?: (view: string) => void
  /** True where the picture keeps its shape on paper: it is then printed above its table. */
  printsChart?: boolean
  isUpdating?: boolean
}) => {
  const id = useId()
  const [own, setOwn] = useState('chart')
  const [view, setView] = [given ?? own, onView ?? setOwn]
  return (
    <figure id={anchor} className={styles.frame} aria-labelledby={id} aria-busy={isUpdating}>
      <figcaption>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <p className={styles.total} role="status">
          {total}
        </p>
      </figcaption>
      <div className={styles.tools} data-screen-only="">
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
            <div {...(printsChart ? {} : { 'data-screen-only': '' })}>{chart}</div>
            <div data-print-only="">{table}</div>
          </>
        ) : (
          table
        )}
      </div>
      <div className={styles.foot}>
        {beside === undefined ? null : <div>{beside}</div>}
        <p>{rule}</p>
        {takeAway}
        {csv === undefined ? null : (
          <div data-screen-only="">
            <Button kind="plain" small onClick={() => downloadText(`${csv.name}.csv`, csv.text())}>
              These numbers as CSV
            </Button>
          </div>
        )}
      </div>
    </figure>
  )
}
