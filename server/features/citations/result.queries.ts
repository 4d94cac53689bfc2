import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Count } from '#contract/common.ts'
import type { DetaineeFilter } from '#contract/detainees.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { SanctionsActionFilter } from '#contract/sanctions-actions.ts'
import type { SourceFilter } from '#contract/sources.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { found } from '../../http/errors.ts'
import { findDestinationRows } from '../destinations/destinations.queries.ts'
import { matchesDetainees } from '../detainees/detainees.filter.ts'
import { findLedger } from '../release-events/ledger.queries.ts'
import { countOf, summedColumns } from '../release-events/numbers.queries.ts'
import { countedCells, matchesReleaseEvents } from '../release-events/release-events.filter.ts'
import { matchesSanctionsActions } from '../sanctions-actions/sanctions-actions.filter.ts'
import { matchesSources } from '../sources/sources.filter.ts'
import { findTally } from '../stats/cells.ts'
import { findReleaseStats } from '../stats/stats.queries.ts'
import type { CitedView } from './cited-view.ts'

/** What a view holds: how many records, and one line for each with its number and its reported number. */
export type CitedResult = { readonly records: number; readonly lines: readonly string[] }

type Numbers = Pick<Count, 'lowest' | 'best' | 'highest'>
const numbers = (count: Numbers | null): string => (count === null ? '- - -' : `${count.lowest} ${count.best} ${count.highest}`)

/** Ids of a whole filtered list, in the order of the ids. */
export const idsOfEvents = async ({ db, search }: RecordFile, filter: ReleaseEventFilter): Promise<number[]> => {
  const rows = await db.selectFrom('release_event').where(matchesReleaseEvents(filter, search)).select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}
export const idsOfPeople = async ({ db, search }: RecordFile, filter: DetaineeFilter): Promise<number[]> => {
  const rows = await db.selectFrom('detainee').where(matchesDetainees(filter, search)).select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}
export const idsOfActions = async ({ db, search }: RecordFile, filter: SanctionsActionFilter): Promise<number[]> => {
  const matching = db.selectFrom('sanctions_action').where(matchesSanctionsActions(filter, search))
  return (await matching.select('id').orderBy('id').execute()).map((row) => row.id)
}
export const idsOfSources = async ({ db, search }: RecordFile, filter: SourceFilter): Promise<number[]> => {
  const rows = await db.selectFrom('source').where(matchesSources(filter, search)).select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}

const ofEvents = async ({ db, search }: RecordFile, filter: ReleaseEventFilter): Promise<CitedResult> => {
  const rows = await db
    .selectFrom('release_event')
    .leftJoin('release_number as n', (join) =>
      join.onRef('n.release_event_id', '=', 'release_event.id').on(sql<boolean>`${countedCells(filter)}`),
    )
    .where(matchesReleaseEvents(filter, search))
    .select(['release_event.id', sql<number>`COUNT(n.best)`.as('cells'), ...summedColumns])
    .groupBy('release_event.id')
    .orderBy('release_event.id')
    .execute()
  return { records: rows.length, lines: rows.map((row) => `R-${row.id} ${numbers(row.cells === 0 ? null : countOf(row))}`) }
}

/** The events, and under a counting rule of its own what it adds them up to. */
const ofOverview = async (file: RecordFile, filter: Extract<CitedView, { kind: 'overview' }>['filter']): Promise<CitedResult> => {
  const events = await ofEvents(file, filter)
  if (filter.rule === undefined) return events
  const { reported } = await findTally(file, filter)
  return { ...events, lines: [...events.lines, `${filter.rule} ${numbers(reported)}`] }
}

const ofIds = (prefix: string, ids: readonly number[]): CitedResult => ({
  records: ids.length,
  lines: ids.map((id) => `${prefix}-${id}`),
})

const one = async (ids: Promise<number[]>, prefix: string, what: string): Promise<CitedResult> =>
  ofIds(prefix, [found((await ids)[0], what)])

const ofDestinations = async ({ db }: RecordFile, code?: string): Promise<CitedResult> => {
  const rows = await findDestinationRows(db, code)
  if (code !== undefined) found(rows[0], 'destination')
  const lines = rows.map((row) => `${row.code} ${numbers(row.reported)}`)
  return { records: rows.length, lines: lines.toSorted() }
}

/** The record as its list would have it, merged people included. */
const person = async ({ db }: RecordFile, id: number): Promise<number[]> =>
  (await db.selectFrom('detainee').where('id', '=', id).select('id').execute()).map((row) => row.id)

const ofStats = async (
  file: RecordFile,
  query: Extract<CitedView, { kind: 'stats/releases' }>['filter'],
): Promise<CitedResult> => {
  const { cells, notDated, total } = await findReleaseStats(file, query)
  const lines = [...cells, ...notDated]
    // A place that only a named person gives has no number of its own.
    .filter(({ reported }) => reported.lowest !== 0 || reported.best !== 0 || reported.highest !== 0)
    .map(({ key, split, reported }) => `${[key, ...(split === null ? [] : [split])].join(' ')} ${numbers(reported)}`)
  return { records: total.events, lines: [...lines, `total ${numbers(total.reported)}`] }
}

/** Reads what a view holds. Throws 404 for a record that is not in the edition. */
export const findCitedResult = async (file: RecordFile, view: CitedView): Promise<CitedResult> => {
  switch (view.kind) {
    case 'overview':
      return ofOverview(file, view.filter)
    case 'release-events':
      return ofEvents(file, view.filter)
    case 'stats/releases':
      return ofStats(file, view.filter)
    case 'detainees':
      return ofIds('D', await idsOfPeople(file, view.filter))
    case 'sanctions-actions':
      return ofIds('S', await idsOfActions(file, view.filter))
    case 'sources':
      return ofIds('SRC', await idsOfSources(file, view.filter))
    case 'destinations':
      return ofDestinations(file)
    case 'destination':
      return ofDestinations(file, view.code)
    case 'release-event': {
      found((await idsOfEvents(file, { id: [view.id] }))[0], 'release event')
      const { claimed } = await findLedger(file.db, view.id, view.filter.source ?? 0)
      return { records: 1, lines: [`R-${view.id} ${numbers(claimed)}`] }
    }
    case 'detainee':
      return one(person(file, view.id), 'D', 'detainee')
    case 'sanctions-action':
      return one(idsOfActions(file, { id: [view.id] }), 'S', 'sanctions action')
    case 'source':
      return one(idsOfSources(file, { id: [view.id] }), 'SRC', 'source')
  }
}

/** SHA-256 of the view's kind, its number of records and its lines, each ended by a line feed; docs/methods.md has it in words. */
export const hashOfResult = (kind: CitedView['kind'], { records, lines }: CitedResult): string => {
  const hash = createHash('sha256')
  hash.update(`habeas result 1\n${kind === 'overview' ? 'release-events' : kind}\n${records}\n`)
  for (const line of lines) hash.update(`${line}\n`)
  return hash.digest('hex')
}
