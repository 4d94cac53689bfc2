import { type Waterfall, changeReasonLabels } from '#contract/compare.ts'

/** One bar of a waterfall: it runs from the lower to the higher of where the number stood before and after it. */
export type Step = {
  readonly key: string
  readonly label: string
  /** What is written beside it: the number itself at both ends, the change with its sign between. */
  readonly value: number
  readonly kind: 'end' | 'more' | 'less'
  readonly from: number
  readonly to: number
  /** Events or people the change comes from; null at both ends. */
  readonly records: number | null
}

/**
 * A headline number from one edition to the next, step by step: each bar begins where the one
 * before it ended, and the last stands at the number of the later edition. Throws a RangeError
 * where the bars do not add up, which would be a false chart.
 */
export const waterfallSteps = ({ before, after, bars }: Waterfall, names: readonly [from: string, to: string]): Step[] => {
  const steps: Step[] = [{ key: 'before', label: names[0], value: before, kind: 'end', from: 0, to: before, records: null }]
  let at = before
  for (const { reason, change, records } of bars) {
    steps.push({
      key: reason,
      label: changeReasonLabels[reason],
      value: change,
      kind: change < 0 ? 'less' : 'more',
      from: at,
      to: at + change,
      records,
    })
    at += change
  }
  if (at !== after) throw new RangeError(`The bars lead from ${before} to ${at}, not to ${after}.`)
  steps.push({ key: 'after', label: names[1], value: after, kind: 'end', from: 0, to: after, records: null })
  return steps
}

/**
 * The part of the number line that is drawn. Where a number of hundreds moves by a few, bars from
 * zero would hide the change: the line is cut then, and says so.
 */
export const drawnRange = (steps: readonly Step[]): { readonly low: number; readonly high: number; readonly isCut: boolean } => {
  const reached = steps.map(({ to }) => to)
  const [low, high] = [Math.min(...reached), Math.max(...reached, 1)]
  const isCut = low > 0 && high - low < high / 4
  return isCut ? { low: Math.max(0, low - Math.max(1, high - low)), high, isCut } : { low: Math.min(0, low), high, isCut }
}

/** "+3", "−2", "0": a change with its sign, which is a minus and no hyphen. */
export const signed = (change: number): string => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0')
