import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { invalid } from '../../http/errors.ts'
import type { CitedView } from './cited-view.ts'
import { idsOfEvents } from './record-lines.queries.ts'

/*
 * `pinned` excuses what a protection took away, and nothing else: whoever writes a link can list
 * any events in it, and no citation may say of them what the edition does not.
 */

/** The events a link lists, beside those the rest of its filter finds by itself. */
const compare = async (file: RecordFile, filter: ReleaseEventFilter) => {
  const shown = await idsOfEvents(file, filter)
  const { pinned: _pinned, ...rest } = filter
  const matching = new Set(await idsOfEvents(file, rest))
  return { strays: shown.filter((id) => !matching.has(id)), isWhole: shown.length === matching.size }
}

/** As many as a refusal names. */
const mostNamed = 5

/** Throws 400 where the link lists events its filter does not find, in an edition nothing was taken from. */
export const refuseStrays = async (file: RecordFile, view: CitedView): Promise<void> => {
  const filter = eventFilterOf(view)
  if (filter?.pinned === undefined) return
  const { strays } = await compare(file, filter)
  if (strays.length === 0) return
  const refs = strays.slice(0, mostNamed).map((id) => `R-${id}`).join(', ')
  const named = strays.length > mostNamed ? `${refs} and ${strays.length - mostNamed} more` : refs
  throw invalid({ path: `pinned lists ${named}, which the rest of the filter does not find in this edition. Leave pinned out, or choose these events with id.` })
}

const eventFilterOf = (view: CitedView): ReleaseEventFilter | null =>
  'how' in view || view.kind === 'release-events' ? view.filter : null

/**
 * The filter as a title may say it. Where the listed events are all that the filter finds, it says
 * what chose them; where they are some of these, that they are listed as well; where the
 * edition does not show it of one of them any more, `pinned` stays and only the list is told.
 */
export const toldFilter = async (file: RecordFile, filter: ReleaseEventFilter): Promise<ReleaseEventFilter> => {
  const { pinned, ...rest } = filter
  if (pinned === undefined) return filter
  const { strays, isWhole } = await compare(file, filter)
  if (strays.length > 0) return filter
  return isWhole ? rest : { ...rest, id: pinned }
}
