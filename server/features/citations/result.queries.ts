import { createHash } from 'node:crypto'
import { countingRules } from '#contract/counting-rules.ts'
import { mostFound } from '#contract/search.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { found } from '../../http/errors.ts'
import { findDestinationRows } from '../destinations/destinations.queries.ts'
import { findLedger } from '../release-events/ledger.queries.ts'
import { findAll } from '../search/search.queries.ts'
import { ruleOf } from '../stats/counted.ts'
import type { CitedView } from './cited-view.ts'
import { type CitedResult, idsOfActions, idsOfEvents, idsOfPeople, idsOfSources, numbers, ofEvents, ofIds } from './record-lines.queries.ts'
import { ofStatistic } from './statistic-result.queries.ts'

const one = async (ids: Promise<number[]>, prefix: string, what: string): Promise<CitedResult> =>
  ofIds(prefix, [found((await ids)[0], what)])

const ofDestinations = async (file: RecordFile, codes: readonly string[] | undefined): Promise<CitedResult> => {
  const rows = await findDestinationRows(file, codes)
  const lines = rows.map((row) => `${row.code} ${numbers(row.reported)}`)
  return { records: rows.length, lines: lines.toSorted() }
}

/** What a search found and is in the edition, by kind and number. */
const ofFound = async (file: RecordFile, refs: readonly string[]): Promise<CitedResult> => {
  const answer = await findAll(file, { q: undefined, found: [...refs], exact: 'no', limit: mostFound })
  const lines = Object.values(answer).flatMap(({ hits }) => hits.map(({ ref }) => ref))
  return { records: lines.length, lines: lines.toSorted() }
}

/** The record as its list would have it, merged people included. */
const person = async ({ db }: RecordFile, id: number): Promise<number[]> =>
  (await db.selectFrom('detainee').where('id', '=', id).select('id').execute()).map((row) => row.id)

/** Reads what a view holds. Throws 404 for a record that is not in the edition. */
export const findCitedResult = async (file: RecordFile, view: CitedView): Promise<CitedResult> => {
  switch (view.kind) {
    case 'release-events':
      return ofEvents(file, view.filter)
    case 'detainees':
      return ofIds('D', await idsOfPeople(file, view.filter))
    case 'sanctions-actions':
      return ofIds('S', await idsOfActions(file, view.filter))
    case 'sources':
      return ofIds('SRC', await idsOfSources(file, view.filter))
    case 'destinations':
      return ofDestinations(file, view.filter.code)
    case 'destination':
      return ofDestinations(file, [view.code])
    case 'search':
      return ofFound(file, view.filter.found ?? [])
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
    default:
      return ofStatistic(file, view)
  }
}

/** Overview and list of events are one view: their numbers are those of the same events. */
const nameOf = (view: CitedView): string => {
  const kind = view.kind === 'overview' ? 'release-events' : view.kind
  const rule = 'how' in view ? ruleOf(view.filter) : 'as_reported'
  return rule === 'as_reported' ? kind : `${kind} ${rule} ${countingRules[rule].version}`
}

/** SHA-256 of the view's kind, its number of records and its lines, each ended by a line feed; docs/methods.md has it in words. */
export const hashOfResult = (view: CitedView, { records, lines }: CitedResult): string => {
  const hash = createHash('sha256')
  hash.update(`habeas result 1\n${nameOf(view)}\n${records}\n`)
  for (const line of lines) hash.update(`${line}\n`)
  return hash.digest('hex')
}
