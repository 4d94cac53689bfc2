import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { ImportProblem } from '#contract/import-settings.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { foldText } from '../../names/fold.ts'
import { jaroWinkler } from '../../names/similarity.ts'
import { problemOfRow } from '../map/cell.ts'
import type { EventRow } from '../map/event-row.ts'

/** A release event of the register (`R-12`) or of an earlier row (`row 3`). */
export type KnownEvent = { readonly ref: string; readonly title: string; readonly date: StatedDate; readonly country: string }

export type KnownEvents = {
  readonly add: (event: KnownEvent) => void
  /** A row about an event that may be there already. */
  readonly findSame: (event: EventRow) => ImportProblem[]
  /** The event a cell names: its number, or why there is none. */
  readonly lookUp: (reference: string) => { readonly ref: string } | { readonly reason: string; readonly suggestion: string | null }
}

const sameDay = (a: StatedDate, b: StatedDate): boolean => a.edtf !== null && a.edtf === b.edtf

export const knownEvents = (): KnownEvents => {
  const byRef = new Map<string, KnownEvent>()
  const byTitle = new Map<string, KnownEvent[]>()

  return {
    add: (event) => {
      byRef.set(event.ref, event)
      const key = foldText(event.title)
      byTitle.set(key, [...(byTitle.get(key) ?? []), event])
    },
    findSame: (event) => {
      const titled = byTitle.get(foldText(event.title)) ?? []
      const same = [...titled, ...byRef.values()].find(
        (known) => (known.country === event.country && sameDay(known.date, event.date)) || titled.includes(known),
      )
      if (same === undefined) return []
      return [
        problemOfRow({
          code: 'event_known',
          severity: 'question',
          value: event.title,
          reason: `May be the same release as ${same.ref} (${same.title}, ${formatStatedDate(same.date)}). Leave this row out if it is, or keep it as another release.`,
        }),
      ]
    },
    lookUp: (reference) => {
      const number = /^R-?(\d+)$/iu.exec(reference.trim())?.[1] ?? /^(\d+)$/u.exec(reference.trim())?.[1]
      const known = number === undefined ? undefined : byRef.get(`R-${Number(number)}`)
      if (known !== undefined) return { ref: known.ref }
      const key = foldText(reference)
      const titled = byTitle.get(key) ?? []
      const [only, ...more] = titled
      if (only !== undefined && more.length === 0) return { ref: only.ref }
      if (only !== undefined) {
        return { reason: `${titled.length} release events have this title: ${titled.map(({ ref }) => ref).join(', ')}. Write the number of one.`, suggestion: null }
      }
      const near = [...byRef.values()]
        .map((event) => ({ event, likeness: jaroWinkler(key, foldText(event.title)) }))
        .toSorted((a, b) => b.likeness - a.likeness)[0]
      return {
        reason: 'There is no such release event in the register. Write its number, such as R-12, or its title.',
        suggestion: near !== undefined && near.likeness > 0.9 ? near.event.ref : null,
      }
    },
  }
}
