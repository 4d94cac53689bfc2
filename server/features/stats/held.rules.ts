import type { Interval } from '#contract/common.ts'
import { type Bounds, isFreeStatus, isHeldStatus } from './liberty.rules.ts'
import type { Detention, Life } from './lives.queries.ts'

/*
 * On which days a detention is known to have lasted, and on which it may have. Days are
 * inclusive, `YYYY-MM-DD`; null is open.
 */

type Days = { readonly from: string | null; readonly to: string | null }
export type Held = { readonly surely: Days | null; readonly perhaps: Days }


const isDated = ({ earliest, latest }: Bounds): boolean => earliest !== null || latest !== null
/** Surely on the same day or later. */
const follows = (later: Bounds, { latest }: Bounds): boolean =>
  later.earliest !== null && latest !== null && later.earliest >= latest

/**
 * The end where none is on record: the first release after the arrest; else the status, which
 * says that the person was still held, or was out, on its own date.
 */
const endOf = (detention: Detention, life: Life): { readonly surelyUntil: string | null; readonly latest: string | null } => {
  const { arrest, end } = detention
  if (isDated(end)) return { surelyUntil: end.earliest, latest: end.latest }
  const [release] = life.releases
    .map(({ date }) => date)
    .filter((date) => follows(date, arrest))
    .toSorted((a, b) => ((a.earliest ?? '') < (b.earliest ?? '') ? -1 : 1))
  const isOnly = life.detentions.every((other) => other === detention || follows(arrest, other.arrest))
  if (release) return { surelyUntil: isOnly ? release.earliest : null, latest: release.latest }
  if (!follows(life.statusAsOf, arrest)) return { surelyUntil: null, latest: null }
  if (isFreeStatus(life.status)) return { surelyUntil: null, latest: life.statusAsOf.latest }
  if (!isHeldStatus(life.status) || !isOnly) return { surelyUntil: null, latest: null }
  const died = life.status === 'died_in_custody'
  return { surelyUntil: life.statusAsOf.earliest, latest: died ? life.statusAsOf.latest : null }
}

export const heldDays = (detention: Detention, life: Life): Held => {
  const { earliest, latest } = detention.arrest
  const end = endOf(detention, life)
  const until = end.surelyUntil ?? (earliest === latest ? latest : null)
  const isSure = latest !== null && until !== null && latest <= until
  return { surely: isSure ? { from: latest, to: until } : null, perhaps: { from: earliest, to: end.latest } }
}

const before = '0000-01-01'
const after = '9999-12-31'

/** Days of one person put together, so that two detentions at once are one person. */
const merged = (spans: readonly Days[]): { from: string; to: string }[] => {
  const together: { from: string; to: string }[] = []
  const sorted = spans
    .map(({ from, to }) => ({ from: from ?? before, to: to ?? after }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const span of sorted) {
    const last = together.at(-1)
    if (last && span.from <= last.to) last.to = span.to > last.to ? span.to : last.to
    else together.push({ ...span })
  }
  return together
}

/** How many of the numbers before it a sorted list holds. */
const countBelow = (sorted: readonly string[], day: string, inclusive: boolean): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const value = sorted[middle] ?? ''
    if (value < day || (inclusive && value === day)) low = middle + 1
    else high = middle
  }
  return low
}

const counter = (people: readonly (readonly Days[])[]): ((day: string) => number) => {
  const spans = people.flatMap(merged)
  const begun = spans.map(({ from }) => from).toSorted()
  const over = spans.map(({ to }) => to).toSorted()
  return (day) => countBelow(begun, day, true) - countBelow(over, day, false)
}

/** How many of these people are held on a day: surely, and at the most. */
export const countHeld = (people: readonly (readonly Held[])[]): ((day: string) => Interval) => {
  const surely = counter(people.map((own) => own.flatMap((held) => held.surely ?? [])))
  const perhaps = counter(people.map((own) => own.map((held) => held.perhaps)))
  return (day) => ({ lowest: surely(day), highest: perhaps(day) })
}
