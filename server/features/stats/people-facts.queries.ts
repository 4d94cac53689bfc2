import { type ExpressionBuilder, sql } from 'kysely'
import { refusedDeparture } from '#contract/dimensions.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { Records } from '../../db/records.ts'
import {
  isInRange,
  matchesApartFromDate,
  scopeOf,
} from '../release-events/release-events.filter.ts'
import { type Counted, ruleOf } from './counted.ts'
import { type Bounds, libertyAfter } from './liberty.rules.ts'
import { findLives } from './lives.queries.ts'

/*
 * The people on record in the events under a filter, one row for each person in each event.
 * What counts people is added up from these rows, so that every view of them agrees.
 */

/** Under a range, or those with no date that match all else. */
export type Which = 'matching' | 'undated'

export type EventFact = { readonly id: number; readonly country: string; readonly basis: string; readonly date: Bounds & { readonly edtf: string | null } }

export type Fact = {
  readonly event: EventFact
  /** After merges. */
  readonly person: number
  /** A country code, `not_stated` or `refused_departure`. */
  readonly destination: string
  /** Counted by the rule at its lowest; what is counted only at its highest may be. */
  readonly surely: boolean
}

export type PeopleFacts = { readonly events: readonly EventFact[]; readonly facts: readonly Fact[] }

/** Which events of a filter are meant, as a condition. */
export const matches =
  (query: Counted, { search }: Pick<RecordFile, 'search'>, which: Which) =>
  (eb: ExpressionBuilder<Records, 'release_event'>) =>
    eb.and([
      matchesApartFromDate(query, search)(eb),
      which === 'matching'
        ? isInRange(query)
        : sql<boolean>`release_event.date_earliest IS NULL AND release_event.date_latest IS NULL`,
    ])

/** The people named in matching events. */
const namedIn = (file: RecordFile, query: Counted, which: Which) =>
  file.db
    .selectFrom('release_event')
    .innerJoin('release_named as p', 'p.release_event_id', 'release_event.id')
    .where('p.source_id', '=', scopeOf(query))
    .$if(query.destination !== undefined, (select) => select.where('p.destination', 'in', query.destination ?? []))
    .where(matches(query, file, which))

/** Their ids, each once. */
export const findNamedIds = async (file: RecordFile, query: Counted): Promise<number[]> => {
  const rows = await namedIn(file, query, 'matching').select('p.detainee_id').distinct().execute()
  return rows.map((row) => row.detainee_id)
}

const findEvents = async (file: RecordFile, query: Counted, which: Which): Promise<EventFact[]> => {
  const rows = await file.db
    .selectFrom('release_event')
    .where(matches(query, file, which))
    .select(['id', 'country', 'basis', 'date_edtf', 'date_earliest', 'date_latest'])
    .execute()
  return rows.map(({ id, country, basis, date_edtf, date_earliest, date_latest }) => ({
    id,
    country,
    basis,
    date: { edtf: date_edtf, earliest: date_earliest, latest: date_latest },
  }))
}

type Named = { readonly event: EventFact; readonly person: number; readonly destination: string; readonly state: string }

/** One row a person and event: one who stands there twice after a merge is where the first of the rows with a destination says. */
const findNamed = async (file: RecordFile, query: Counted, which: Which, events: readonly EventFact[]): Promise<Named[]> => {
  const rows = await namedIn(file, query, which)
    .innerJoin('release_person as released', 'released.id', 'p.release_person_id')
    .select(['p.release_event_id', 'p.detainee_id', 'p.destination', 'released.destination_state'])
    .orderBy(sql`p.destination IS NULL OR p.destination = 'not_stated'`)
    .orderBy('p.release_person_id')
    .execute()
  const byId = new Map(events.map((event) => [event.id, event]))
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const event = byId.get(row.release_event_id)
    const key = `${row.release_event_id} ${row.detainee_id}`
    if (!event || seen.has(key)) return []
    seen.add(key)
    return [{ event, person: row.detainee_id, destination: row.destination ?? refusedDeparture, state: row.destination_state }]
  })
}

const isAbroad = ({ destination, event }: Named): boolean =>
  destination !== 'not_stated' && destination !== refusedDeparture && destination !== event.country

/** Of each person in each event: counted by the rule for certain, perhaps, or not at all. */
const countBy = async (file: RecordFile, query: Counted, named: readonly Named[]): Promise<Fact[]> => {
  const fact = ({ event, person, destination }: Named, surely: boolean): Fact => ({ event, person, destination, surely })
  const rule = ruleOf(query)
  if (rule === 'taken_abroad') {
    return named.flatMap((row) => {
      if (isAbroad(row)) return [fact(row, true)]
      return row.destination === 'not_stated' ? [fact(row, false)] : []
    })
  }
  if (rule !== 'at_liberty') return named.map((row) => fact(row, true))
  const lives = await findLives(file.db, [...new Set(named.map(({ person }) => person))])
  return named.flatMap((row) => {
    const life = lives.get(row.person)
    if (!life) return []
    const liberty = libertyAfter({
      release: row.event.date,
      isAbroad: isAbroad(row) && (row.state === 'arrived' || row.state === 'transported'),
      status: life.status,
      statusAsOf: life.statusAsOf,
      arrests: life.detentions.map(({ arrest }) => arrest),
      otherReleases: life.releases.filter(({ event }) => event !== row.event.id).map(({ date }) => date),
      until: query.to,
    })
    return liberty === 'no' ? [] : [fact(row, liberty === 'yes')]
  })
}

export const findPeopleFacts = async (file: RecordFile, query: Counted, which: Which = 'matching'): Promise<PeopleFacts> => {
  const events = await findEvents(file, query, which)
  const named = await findNamed(file, query, which, events)
  return { events, facts: await countBy(file, query, named) }
}

/** Who is in these rows, each once. */
export const idsOf = ({ facts }: PeopleFacts): number[] => [...new Set(facts.map(({ person }) => person))]
