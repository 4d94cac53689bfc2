import { type Waterfall, headlineLabels } from '#contract/compare.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { DataTable } from '#client/components/table/data-table.tsx'
import { type Step, drawnRange, signed, waterfallSteps } from './waterfall-steps.ts'
import styles from './editions.module.css'

/** A headline number from one edition to the next: a table whose rows add up, each with its bar. */
export const WaterfallChart = ({ waterfall, names }: { waterfall: Waterfall; names: readonly [string, string] }) => {
  const steps = waterfallSteps(waterfall, names)
  const { low, high, isCut } = drawnRange(steps)
  const label = headlineLabels[waterfall.headline]
  if (waterfall.bars.length === 0) {
    return (
      <p>
        <strong>{label}</strong>: {formatNumber(waterfall.after)}, unchanged.
      </p>
    )
  }
  return (
    <div className={styles.waterfall}>
      <DataTable
        caption={
          <>
            <strong>{label}</strong>: {formatNumber(waterfall.before)} to {formatNumber(waterfall.after)},{' '}
            {waterfall.before === waterfall.after ? 'no change in all' : signed(waterfall.after - waterfall.before)}.
            {isCut ? ` The bars begin at ${formatNumber(low)}, not at zero.` : ''}
          </>
        }
        rows={steps}
        rowKey={({ key }) => key}
        cards={false}
        columns={[
          { key: 'step', label: 'Why', cell: (step) => step.label },
          { key: 'value', label: 'Number', number: true, cell: (step) => (step.kind === 'end' ? formatNumber(step.value) : signed(step.value)) },
          { key: 'records', label: 'In', number: true, cell: (step) => recordsOf(step, waterfall) },
          { key: 'bar', label: 'Bar', cell: (step) => <Bar step={step} low={low} high={high} /> },
        ]}
      />
    </div>
  )
}

const recordsOf = ({ records }: Step, { headline }: Waterfall): string =>
  records === null ? '' : `${formatNumber(records)} ${headline === 'named' ? (records === 1 ? 'person' : 'people') : records === 1 ? 'event' : 'events'}`

/** The number beside it says what it shows; the end bars are solid, a rise is full, a fall is outlined. */
const Bar = ({ step: { kind, from, to }, low, high }: { step: Step; low: number; high: number }) => {
  const at = (value: number) => (100 * (Math.max(low, value) - low)) / (high - low)
  const [left, right] = [at(Math.min(from, to)), at(Math.max(from, to))]
  return (
    <svg className={styles.bar} aria-hidden="true">
      <rect x={`${left}%`} width={`${Math.max(0.4, right - left)}%`} y="10%" height="80%" className={styles[kind]} />
    </svg>
  )
}
