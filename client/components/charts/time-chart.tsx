import { Suspense, lazy } from 'react'
import type { TimeChartRows } from '#contract/charts/time-rows.ts'
import { SeriesLegend } from './series-legend.tsx'
import styles from './time-chart.module.css'

/** The drawing and its library come when a chart is shown, and never with the first load. */
const TimeBars = lazy(async () => ({ default: (await import('./time-bars.tsx')).TimeBars }))

export type TimeChartProps = TimeChartRows & {
  /** One sentence that says what the picture shows, for those who cannot see it. */
  readonly summary: string
  readonly unitLabel: (key: string) => string
  readonly seriesLabel: (key: string) => string
}

/** Bars over time with the band of all claims; stacked where the rows have series. */
export const TimeChart = (props: TimeChartProps) => {
  const keys = props.series.map(({ key }) => key)
  return (
    <>
      <Suspense fallback={<div className={styles.placeholder}>Drawing the chart …</div>}>
        <TimeBars {...props} />
      </Suspense>
      {keys.length === 0 ? null : <SeriesLegend keys={keys} label={props.seriesLabel} />}
    </>
  )
}
