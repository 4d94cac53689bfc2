import type { Count } from '../common.ts'

export const noCount: Count = { lowest: 0, best: 0, highest: 0, openLow: false, openHigh: false }

/** The used numbers, the lowest and the highest add separately; one open side opens the sum. */
export const addCounts = (counts: readonly Count[]): Count =>
  counts.reduce(
    (sum, count) => ({
      lowest: sum.lowest + count.lowest,
      best: sum.best + count.best,
      highest: sum.highest + count.highest,
      openLow: sum.openLow || count.openLow,
      openHigh: sum.openHigh || count.openHigh,
    }),
    noCount,
  )
