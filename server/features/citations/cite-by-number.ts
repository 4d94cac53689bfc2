import type { DetaineeFilter } from '#contract/detainees.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { SanctionsActionFilter } from '#contract/sanctions-actions.ts'
import { mostFound } from '#contract/search.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { invalid } from '../../http/errors.ts'
import { findDestinationRows } from '../destinations/destinations.queries.ts'
import { findAll } from '../search/search.queries.ts'
import type { CitedView } from './cited-view.ts'
import { idsOfActions, idsOfEvents, idsOfPeople, idsOfSources } from './record-lines.queries.ts'

/*
 * A citation must find the same records when someone among them has had to be protected
 * (docs/decisions/0011). What chose them may be gone by then: so where it may, its link lists
 * them by number.
 */

const foundNothing = () =>
  invalid({ path: 'This search finds nothing, and a citation does not repeat a search word. Cite a view that holds something.' })

type Filter = { readonly q?: string | undefined; readonly id?: number[] | undefined }
type Find<F> = (file: RecordFile, filter: F) => Promise<number[]>

/**
 * The same filter with the word replaced by the numbers of what it finds, so that list, facets
 * and counts stay what they are. Throws 400 where there are none.
 */
const withoutWord = async <F extends Filter>(file: RecordFile, filter: F, find: Find<F>): Promise<F> => {
  const { q, id, ...rest } = filter
  if (q === undefined) return filter
  const ids = await find(file, { q, id } as F)
  if (ids.length === 0) throw foundNothing()
  return { ...rest, id: ids } as unknown as F
}

/**
 * Of what chooses events, these may rest on one person: a place nobody else was taken to, a
 * source that speaks of nobody else. They stay in the link, for they choose numbers too.
 */
const pinnedEvents = async <F extends ReleaseEventFilter>(file: RecordFile, filter: F): Promise<F> => {
  const { q, id, pinned, ...rest } = filter
  const { destination, source, named } = filter
  const mayGo = destination !== undefined || source !== undefined || named !== undefined
  if (!mayGo || (pinned !== undefined && q === undefined)) return withoutWord(file, filter, idsOfEvents)
  // Dates, country and the like stay a choice of their own, so that facets can still be asked.
  const ids = await idsOfEvents(file, { q, id, pinned, destination, source, named })
  if (q !== undefined && ids.length === 0) throw foundNothing()
  return { ...rest, pinned: ids } as unknown as F
}

/** A protection takes nothing of this away: who was released when stays in every revision. */
const lasting: readonly (keyof DetaineeFilter)[] = ['id', 'releasedFrom', 'releasedTo']

/** People by number, with nothing in the link that says what chose them. */
const withoutWhatMayGo = async (file: RecordFile, filter: DetaineeFilter): Promise<DetaineeFilter> => {
  const chosen = Object.entries(filter).filter(([, value]) => value !== undefined)
  if (chosen.every(([name]) => lasting.some((known) => known === name))) return filter
  const ids = await idsOfPeople(file, filter)
  if (filter.q !== undefined && ids.length === 0) throw foundNothing()
  return { id: ids }
}

/** A commodity is written freely, and its text may be taken away. */
const listedActions = async (file: RecordFile, filter: SanctionsActionFilter): Promise<SanctionsActionFilter> => {
  const { commodity, ...rest } = await withoutWord(file, filter, idsOfActions)
  return commodity === undefined ? rest : { ...rest, id: await idsOfActions(file, filter) }
}

const refsOf = async (file: RecordFile, q: string, exact: 'yes' | 'no'): Promise<string[]> => {
  const found = await findAll(file, { q, exact, limit: mostFound / 4 })
  return Object.values(found).flatMap(({ hits }) => hits.map(({ ref }) => ref))
}

/** The view as its link says it: no search word, and records by number where what chose them may go. */
export const citedByNumber = async (file: RecordFile, view: CitedView): Promise<CitedView> => {
  switch (view.kind) {
    case 'detainees':
      return { ...view, filter: await withoutWhatMayGo(file, view.filter) }
    case 'sanctions-actions':
      return { ...view, filter: await listedActions(file, view.filter) }
    case 'sources':
      return { ...view, filter: await withoutWord(file, view.filter, idsOfSources) }
    case 'destinations': {
      const rows = await findDestinationRows(file, view.filter.code)
      return rows.length === 0 ? view : { ...view, filter: { code: rows.map(({ code }) => code).toSorted() } }
    }
    case 'search': {
      const { q, found, exact } = view.filter
      const refs = q === undefined ? (found ?? []) : await refsOf(file, q, exact)
      if (refs.length === 0) throw foundNothing()
      return { ...view, filter: { q: undefined, found: refs, exact: 'no' } }
    }
    case 'release-event':
    case 'detainee':
    case 'sanctions-action':
    case 'source':
    case 'destination':
      return view
    case 'release-events':
      return { ...view, filter: await pinnedEvents(file, view.filter) }
    default:
      return { ...view, filter: await pinnedEvents(file, view.filter) }
  }
}
