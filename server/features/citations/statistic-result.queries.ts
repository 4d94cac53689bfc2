import { sql } from 'kysely'
import { countsPeople } from '#contract/counting-rules.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { findTally } from '../stats/cells.ts'
import { type Counted, ruleOf } from '../stats/counted.ts'
import { choosesEvents } from '../stats/held.queries.ts'
import { type StatsQuery, findReleaseStats } from '../stats/stats.queries.ts'
import type { StatisticView } from './cited-view.ts'
import { type CitedResult, idsOfEvents, idsOfPeople, numbers, ofEvents, ofIds } from './record-lines.queries.ts'

/*
 * The result of a statistic. What sources claim stays in every revision, so a sum of claims is
 * taken as it is. What is known of people does not: there the result is what the statistic is
 * made of, the events with their numbers and how many people are on record in each.
 */

/** Every event with its number, and how many people are on record in it, whoever says so. */
const ofEventsWithPeople = async (file: RecordFile, filter: ReleaseEventFilter): Promise<CitedResult> => {
  const { records, lines } = await ofEvents(file, filter)
  const rows = await file.db
    .selectFrom('release_named')
    .where('source_id', '=', 0)
    .select(['release_event_id', sql<number>`COUNT(DISTINCT detainee_id)`.as('people')])
    .groupBy('release_event_id')
    .execute()
  const people = new Map(rows.map((row) => [`R-${row.release_event_id}`, row.people]))
  return { records, lines: lines.map((line) => `${line} ${people.get(line.split(' ', 1)[0] ?? '') ?? 0}`) }
}

/** The events, and under a rule that adds up other claims what it adds them up to. */
const ofOverview = async (file: RecordFile, filter: Counted): Promise<CitedResult> => {
  const events = await ofEvents(file, filter)
  const rule = ruleOf(filter)
  if (rule === 'as_reported') return events
  const { reported } = await findTally(file, filter)
  return { ...events, lines: [...events.lines, `${rule} ${numbers(reported)}`] }
}

const ofCells = async (file: RecordFile, query: StatsQuery): Promise<CitedResult> => {
  const { cells, notDated, total } = await findReleaseStats(file, query)
  const lines = [...cells, ...notDated]
    // A place that only a named person gives has no number of its own.
    .filter(({ reported }) => reported.lowest !== 0 || reported.best !== 0 || reported.highest !== 0)
    .map(({ key, split, reported }) => `${[key, ...(split === null ? [] : [split])].join(' ')} ${numbers(reported)}`)
  return { records: total.events, lines: [...lines, `total ${numbers(total.reported)}`] }
}

/** The events and the links of each to sanctions actions. */
const ofLinks = async (file: RecordFile, filter: ReleaseEventFilter): Promise<CitedResult> => {
  const events = await ofEventsWithPeople(file, filter)
  const shown = new Set(await idsOfEvents(file, filter))
  const rows = await file.db
    .selectFrom('release_sanction')
    .select(['release_event_id', 'sanctions_action_id', 'relation'])
    .orderBy('release_event_id')
    .orderBy('sanctions_action_id')
    .orderBy('relation')
    .execute()
  const links = rows.filter((row) => shown.has(row.release_event_id))
  return {
    ...events,
    lines: [...events.lines, ...links.map((row) => `R-${row.release_event_id} S-${row.sanctions_action_id} ${row.relation}`)],
  }
}

/** Everyone on record, or the events whose people were held; dates choose days and not events. */
const ofHeld = async (file: RecordFile, filter: ReleaseEventFilter): Promise<CitedResult> =>
  choosesEvents(filter)
    ? ofEventsWithPeople(file, { ...filter, from: undefined, to: undefined })
    : ofIds('D', await idsOfPeople(file, {}))

export const ofStatistic = (file: RecordFile, { kind, filter, how }: StatisticView): Promise<CitedResult> => {
  const ofClaims = !countsPeople(ruleOf(filter))
  if (kind === 'overview' && ofClaims) return ofOverview(file, filter)
  if (kind === 'stats/releases' && ofClaims) {
    return ofCells(file, { ...filter, by: 'month', ...(how as Partial<Pick<StatsQuery, 'by' | 'split'>>) })
  }
  if (kind === 'stats/held') return ofHeld(file, filter)
  return kind === 'stats/links' ? ofLinks(file, filter) : ofEventsWithPeople(file, filter)
}
