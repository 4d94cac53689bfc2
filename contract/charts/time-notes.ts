import { type DateUnit, unitOf } from '../dates/stated-date.ts'
import type { LaneAction, LinkedRelease, Links } from '../stats-links.ts'
import { counted } from './format-count.ts'

/** What happened in one unit of time, beside its number. */
export type TimeNote = { readonly releases: readonly LinkedRelease[]; readonly actions: readonly LaneAction[] }
export type TimeNotes = ReadonlyMap<string, TimeNote>

/** An action stands where its effect, its issue or its announcement is dated to one unit, in that order. */
const unitOfAction = ({ effective, issued, announced }: LaneAction, by: DateUnit): string | null =>
  [effective, issued, announced].map((date) => unitOf(date, by)).find((unit) => unit !== null) ?? null

/** Events and sanctions actions by the unit they are dated to; what is dated to none is in none. */
export const timeNotes = ({ releases, actions }: Pick<Links, 'releases' | 'actions'>, by: DateUnit): TimeNotes => {
  const released = Map.groupBy(releases.dated, ({ date }) => unitOf(date, by))
  const acted = Map.groupBy(actions.dated, (action) => unitOfAction(action, by))
  const units = [...new Set([...released.keys(), ...acted.keys()])].filter((unit) => unit !== null)
  return new Map(units.map((unit) => [unit, { releases: released.get(unit) ?? [], actions: acted.get(unit) ?? [] }]))
}

/** As many titles as one can listen to. */
const mostTitles = 3

/** "R-1 Belarus: 123 prisoners released; beside it, sanctions: S-10 United States: …". Empty where nothing is noted. */
export const noteWords = (note: TimeNote | undefined): string =>
  [
    listed(note?.releases ?? [], ''),
    listed(note?.actions ?? [], 'in the same time, sanctions: '),
  ]
    .filter((words) => words !== '')
    .join('; ')

const listed = (all: readonly { readonly ref: string; readonly title: string }[], before: string): string => {
  if (all.length === 0) return ''
  const rest = all.length - mostTitles
  return `${before}${all
    .slice(0, mostTitles)
    .map(({ ref, title }) => `${ref} ${title}`)
    .join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** What the signs below the columns say, and how many sanctions actions have none. */
export const noteSentences = (notes: TimeNotes, drawn: readonly string[], { actions }: Pick<Links, 'actions'>, by: DateUnit): string[] => {
  const all = actions.dated.length + actions.undated.length + actions.leftOut
  const shown = drawn.reduce((sum, key) => sum + (notes.get(key)?.actions.length ?? 0), 0)
  if (all === 0) return []
  return [
    `A square below the columns is a sanctions action of that ${by}, with how many where there are several: standing beside a release says nothing of a cause.${
      all === shown ? '' : ` ${counted(all - shown, 'sanctions action is', 'sanctions actions are')} not dated to a ${by} that is drawn.`
    }`,
  ]
}
