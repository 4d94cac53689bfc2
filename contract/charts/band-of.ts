import type { Count, Interval } from '../common.ts'

type Band = { readonly lowest: number; readonly highest: number | null }

/** The band of a number, where there is one to draw. An open upper side has no end. */
export const bandOfCount = ({ lowest, best, highest, openHigh }: Count): { readonly band?: Band } =>
  openHigh || lowest !== best || highest !== best
    ? { band: { lowest: Math.min(lowest, best, highest), highest: openHigh ? null : Math.max(lowest, best, highest) } }
    : {}

export const bandOfInterval = (interval: Interval): { readonly band?: Band } =>
  interval.lowest === interval.highest ? {} : { band: interval }
