import { Bar, BarChart, CartesianGrid, ErrorBar, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { formatCount, formatNumber } from '#contract/charts/format-count.ts'
import type { TimeRow } from '#contract/charts/time-rows.ts'
import { SeriesPatterns, fillOf } from './series-fill.tsx'
import type { TimeChartProps } from './time-chart.tsx'
import styles from './time-chart.module.css'

/** How far the band reaches below and above the end of the bar. */
const bandOf = ({ reported, parts }: TimeRow): [number, number] => {
  const placed = Object.values(parts).filter((value) => value > 0)
  const top = placed.length === 0 ? reported.best : placed.reduce((sum, value) => sum + value, 0)
  return [Math.max(0, top - reported.lowest), Math.max(0, reported.highest - top)]
}

/** Drawn only where claims differ: a band of nothing would be a line across every bar. */
const hasBand = (row: TimeRow): boolean => bandOf(row).some((reach) => reach > 0)

type Drawn = TimeRow & { readonly best: number; readonly band: [number, number] | undefined }

/** Too little to be seen or to move the axis; a bar of exactly nothing is left out, and its band with it. */
const nothing = (): number => 1e-6

export const TimeBars = ({ rows, series, summary, unitLabel, seriesLabel }: TimeChartProps) => {
  const data: Drawn[] = rows.map((row) => ({
    ...row,
    best: row.reported.best,
    band: hasBand(row) ? bandOf(row) : undefined,
  }))
  const keys = series.map(({ key }) => key)
  const band = <ErrorBar dataKey="band" width={3} strokeWidth={1.5} stroke="var(--ink)" isAnimationActive={false} />
  return (
    <div className={styles.chart} role="img" aria-label={summary}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={data} margin={{ top: 12, right: 4, bottom: 4, left: 0 }} accessibilityLayer={false} stackOffset="sign">
          <SeriesPatterns keys={keys} />
          <CartesianGrid vertical={false} stroke="var(--rule)" />
          <XAxis
            dataKey="key"
            tickFormatter={unitLabel}
            stroke="var(--edge)"
            tick={{ fill: 'var(--muted)' }}
            minTickGap={18}
            tickMargin={6}
          />
          <YAxis
            width={44}
            allowDecimals={false}
            stroke="var(--edge)"
            tick={{ fill: 'var(--muted)' }}
            tickFormatter={formatNumber}
            axisLine={false}
            tickLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--tint)' }}
            content={({ active, payload }) => {
              const row: unknown = payload[0]?.payload
              return active && isDrawn(row) ? <Tip row={row} keys={keys} unitLabel={unitLabel} seriesLabel={seriesLabel} /> : null
            }}
          />
          {keys.length === 0 ? (
            <Bar dataKey="best" fill="var(--series-1)" isAnimationActive={false}>
              {band}
            </Bar>
          ) : (
            keys.map((key, index) => (
              <Bar
                key={key}
                dataKey={(row: Drawn) => row.parts[key] ?? 0}
                stackId="releases"
                fill={fillOf(key, index)}
                isAnimationActive={false}
              />
            ))
          )}
          {keys.length === 0 ? null : (
            // Nothing on top of the stack, to hold the band: the last series may lie below zero.
            <Bar dataKey={nothing} stackId="releases" fill="none" isAnimationActive={false}>
              {band}
            </Bar>
          )}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

const isDrawn = (row: unknown): row is Drawn => typeof row === 'object' && row !== null && 'reported' in row

const Tip = ({
  row,
  keys,
  unitLabel,
  seriesLabel,
}: {
  row: Drawn
  keys: readonly string[]
  unitLabel: (key: string) => string
  seriesLabel: (key: string) => string
}) => (
  <div className={styles.tip}>
    <strong>{unitLabel(row.key)}</strong>
    <div>{formatCount(row.reported)} released, as reported</div>
    {keys
      .filter((key) => (row.parts[key] ?? 0) !== 0)
      .map((key) => (
        <div key={key}>
          {seriesLabel(key)}: {formatNumber(row.parts[key] ?? 0)}
        </div>
      ))}
  </div>
)
