/** What is measured of one opening of a page: moments since it was asked for, in milliseconds; the shift as browsers score it. */
export type Figures = {
  readonly largestPaint: number
  readonly firstChart: number
  readonly layoutShift: number
  /** What tasks of more than 50 ms took beyond them, until the page can be used and is quiet. */
  readonly blocked: number
  /** From the answers' arrival to the picture that shows them, after a filter was chosen. */
  readonly repaint: number
}

type Limit = { readonly key: keyof Figures; readonly what: string; readonly limit: number; readonly digits: number }

export const limits: readonly Limit[] = [
  { key: 'largestPaint', what: 'largest paint, ms', limit: 1000, digits: 0 },
  { key: 'firstChart', what: 'first chart, ms', limit: 1500, digits: 0 },
  { key: 'layoutShift', what: 'layout shift', limit: 0.01, digits: 4 },
  { key: 'blocked', what: 'blocked, ms', limit: 150, digits: 0 },
  { key: 'repaint', what: 'repaint after an answer, ms', limit: 200, digits: 0 },
]

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

export const medians = (runs: readonly Figures[]): Figures => ({
  largestPaint: middle(runs.map((run) => run.largestPaint)),
  firstChart: middle(runs.map((run) => run.firstChart)),
  layoutShift: middle(runs.map((run) => run.layoutShift)),
  blocked: middle(runs.map((run) => run.blocked)),
  repaint: middle(runs.map((run) => run.repaint)),
})

/** By more than half again: what a noisy machine does not explain. */
export const isBroken = (figures: Figures): boolean => limits.some(({ key, limit }) => figures[key] > limit * 1.5)
