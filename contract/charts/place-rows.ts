import type { Count } from '../common.ts'

export type PlaceRow = {
  readonly code: string
  readonly events: number
  readonly reported: Count
  /** True for what is no destination: those who stayed, and those whose destination is not stated. */
  readonly apart: boolean
  readonly stayed: boolean
}

type Given = { readonly code: string; readonly events: number; readonly reported: Count; readonly stayed?: boolean }

/** Places by the number of people, the largest first; those who stayed and "not stated" after them. */
export const placeRows = (places: readonly Given[]): PlaceRow[] =>
  places
    .map(({ code, events, reported, stayed = false }) => ({
      code,
      events,
      reported,
      stayed,
      apart: stayed || code === 'not_stated',
    }))
    .toSorted((a, b) => rank(a) - rank(b) || b.reported.best - a.reported.best || a.code.localeCompare(b.code))

const rank = ({ code, stayed }: PlaceRow): number => (code === 'not_stated' ? 2 : stayed ? 1 : 0)
