import { type Labels, authorityLabels } from '../codes.ts'
import type { StatedDate } from '../dates/stated-date.ts'
import type { LaneAction, LinkedRelease, Links } from '../stats-links.ts'
import { type ActionDate, actionDates } from './link-words.ts'

/** A date as days that can be drawn. */
export type Span = { readonly from: string; readonly to: string }

/** Null for a date with an open side, too: it has no place of its own on an axis, least of all at its start. */
export const spanOf = ({ earliest, latest }: StatedDate): Span | null =>
  earliest === null || latest === null ? null : { from: earliest, to: latest }

export type ReleaseItem = { readonly kind: 'release'; readonly release: LinkedRelease; readonly span: Span }
export type ActionItem = {
  readonly kind: 'action'
  readonly action: LaneAction
  readonly span: Span
  readonly dates: readonly { readonly name: ActionDate; readonly span: Span }[]
}
export type Lane = { readonly title: string; readonly items: readonly (ReleaseItem | ActionItem)[] }

/** Releases in the first lane, below it one lane for each authority in the order of the code list. */
export const lanesOf = ({ releases, actions }: Pick<Links, 'releases' | 'actions'>): Lane[] => {
  const released = releases.dated.flatMap((release): ReleaseItem[] => {
    const span = spanOf(release.date)
    return span === null ? [] : [{ kind: 'release', release, span }]
  })
  const acted = actions.dated.flatMap((action): ActionItem[] => {
    const dates = actionDates.flatMap((name) => {
      const span = spanOf(action[name])
      return span === null ? [] : [{ name, span }]
    })
    const span = around(dates.map((date) => date.span))
    return span === null ? [] : [{ kind: 'action', action, span, dates }]
  })
  const names: Labels = authorityLabels
  return [
    { title: 'Releases', items: released },
    ...Object.keys(names)
      .map((code) => ({ title: `Sanctions: ${names[code] ?? code}`, items: acted.filter(({ action }) => action.authority === code) }))
      .filter(({ items }) => items.length > 0),
  ]
}

/** From the first day to the last; null for none. */
export const around = (spans: readonly Span[]): Span | null => {
  const from = spans.map((span) => span.from).toSorted()[0]
  const to = spans.map((span) => span.to).toSorted().at(-1)
  return from === undefined || to === undefined ? null : { from, to }
}

/** For each place on a line, the first row where it touches none before it. */
export const rowsFor = (places: readonly { readonly from: number; readonly to: number }[], apart: number): number[] => {
  const ends: number[] = []
  return places.map(({ from, to }) => {
    const free = ends.findIndex((end) => from - end >= apart)
    const row = free === -1 ? ends.length : free
    ends[row] = to
    return row
  })
}
