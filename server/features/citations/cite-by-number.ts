import { mostIds } from '#contract/common.ts'
import type { DetaineeFilter } from '#contract/detainees.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { invalid } from '../../http/errors.ts'
import type { CitedView } from './cited-view.ts'
import { idsOfActions, idsOfEvents, idsOfPeople, idsOfSources } from './result.queries.ts'

type Filter = { readonly q?: string | undefined; readonly id?: number[] | undefined }
type Find<F> = (file: RecordFile, filter: F) => Promise<number[]>

const refuse = (message: string) => invalid({ path: message })

/**
 * The same filter with the word replaced by the numbers of what it finds, so that list, facets
 * and counts stay what they are. A word that finds too many is replaced by the numbers of the
 * whole view instead. Throws 400 where those are too many for a link, or there are none.
 */
const withoutWord = async <F extends Filter>(file: RecordFile, filter: F, find: Find<F>): Promise<F> => {
  const { q, id, ...rest } = filter
  if (q === undefined) return filter
  const byWord = await find(file, { q, id } as F)
  const ids = byWord.length > mostIds ? await find(file, filter) : byWord
  if (ids.length === 0) {
    throw refuse('This search finds nothing, and a citation does not repeat a search word. Cite a view that holds something.')
  }
  if (ids.length > mostIds) {
    throw refuse(`This search finds ${ids.length} records, and a citation lists at most ${mostIds} by number. Narrow it, or leave the word out.`)
  }
  return { ...rest, id: ids } as unknown as F
}

/** A protection takes nothing of this away: who was released when stays in every revision. */
const lasting: readonly (keyof DetaineeFilter)[] = ['id', 'releasedFrom', 'releasedTo']

const withoutWhatMayGo = async (file: RecordFile, filter: DetaineeFilter): Promise<DetaineeFilter> => {
  const chosen = Object.entries(filter).filter(([, value]) => value !== undefined)
  if (chosen.every(([name]) => lasting.some((known) => known === name))) return filter
  const ids = await idsOfPeople(file, filter)
  if (ids.length > 0 && ids.length <= mostIds) return { id: ids }
  return withoutWord(file, filter, idsOfPeople)
}

/**
 * The view as its link says it: no search word, and people by number where what chose them (a
 * status, an occupation, a charge) would leave the edition with a protection.
 */
export const citedByNumber = async (file: RecordFile, view: CitedView): Promise<CitedView> => {
  switch (view.kind) {
    case 'overview':
    case 'release-events':
      return { ...view, filter: await withoutWord(file, view.filter, idsOfEvents) }
    case 'stats/releases': {
      const { by, split, ...filter } = view.filter
      return { ...view, filter: { ...(await withoutWord(file, filter, idsOfEvents)), by, split } }
    }
    case 'detainees':
      return { ...view, filter: await withoutWhatMayGo(file, view.filter) }
    case 'sanctions-actions':
      return { ...view, filter: await withoutWord(file, view.filter, idsOfActions) }
    case 'sources':
      return { ...view, filter: await withoutWord(file, view.filter, idsOfSources) }
    default:
      return view
  }
}
