import { sql } from 'kysely'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { Overview } from '#contract/stats.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { columnsFor, eventsIn } from '../release-events/events-in-memory.ts'
import { daysIn } from '../release-events/units-in-memory.ts'
import {
  countedCells,
  matchesReleaseEvents,
} from '../release-events/release-events.filter.ts'
import { countReleaseEvents, findReleaseEventRows } from '../release-events/release-events.queries.ts'
import { findSanctionsActionRows } from '../sanctions-actions/sanctions-actions.queries.ts'
import { type Numbers, numbersUnder } from './cells.ts'
import { hasClaimIn } from './claims-in-memory.ts'
import type { Counted } from './counted.ts'
import { aboutRule } from './stats.queries.ts'
import { countNamedPeople, countUnnamed } from './unnamed.queries.ts'

const latest = 8

/** The numbers by whom they count, where there are any: prisoners, political prisoners, detainees, or not stated. */
const findByPopulation = async (numbers: Numbers): Promise<Overview['byPopulation']> => {
  const cells = await numbers.cells(['population'])
  return cells
    .filter(({ reported }) => reported.best > 0 || reported.highest > 0)
    .toSorted((a, b) => b.reported.best - a.reported.best)
    .map(({ keys, ...tally }) => ({ population: keys[0] as Overview['byPopulation'][number]['population'], ...tally }))
}

const countWithoutNumber = async (file: RecordFile, filter: ReleaseEventFilter): Promise<number> => {
  const columns = await columnsFor(file, filter)
  if (columns) {
    const hasNumber = hasClaimIn(columns, filter)
    return eventsIn(columns, filter).filter((event) => !hasNumber(event)).length
  }
  const { db, search } = file
  const row = await db
    .selectFrom('release_event')
    .where(matchesReleaseEvents(filter, search))
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM release_number AS n WHERE n.release_event_id = release_event.id AND ${countedCells(filter)})`,
    )
    .select(sql<number>`COUNT(*)`.as('events'))
    .executeTakeFirstOrThrow()
  return row.events
}

const findDays = async (file: RecordFile, filter: ReleaseEventFilter): Promise<Pick<Overview, 'firstDay' | 'lastDay'>> => {
  const columns = await columnsFor(file, filter)
  if (columns) return daysIn(columns.date, eventsIn(columns, filter))
  return file.db
    .selectFrom('release_event')
    .where(matchesReleaseEvents(filter, file.search))
    .select([
      sql<string | null>`MIN(date_earliest)`.as('firstDay'),
      sql<string | null>`MAX(date_latest)`.as('lastDay'),
    ])
    .executeTakeFirstOrThrow()
}

/** The headline numbers; what is named and unnamed is counted alike under every rule. */
export const findOverview = async (file: RecordFile, filter: Counted): Promise<Overview> => {
  const numbers = numbersUnder(file, filter)
  const [releases, byPopulation, eventsWithoutNumber, named, unnamed, counts, destinations, countries, events, days] =
    await Promise.all([
      numbers.tally(),
      findByPopulation(numbers),
      countWithoutNumber(file, filter),
      countNamedPeople(file, filter),
      countUnnamed(file, filter),
      countReleaseEvents(file, filter),
      numbers.places(),
      numbers.cells(['country']),
      findReleaseEventRows(file, { ...filter, sort: '-date', limit: latest }),
      findDays(file, filter),
    ])
  const actions = await findSanctionsActionRows(file, {
    from: filter.from,
    to: filter.to,
    authority: filter.sanctionsAuthority,
    sort: '-date',
    limit: latest,
  })
  return {
    ...aboutRule(filter),
    releases,
    byPopulation,
    eventsWithoutNumber,
    named,
    unnamed,
    certain: counts.certain,
    possible: counts.possible,
    undated: counts.undated,
    destinations,
    countries: countries.map(({ keys, ...tally }) => ({ code: keys[0] ?? 'not_stated', ...tally })),
    latestEvents: events.rows,
    sanctionsActions: actions.rows,
    firstDay: days.firstDay,
    lastDay: days.lastDay,
  }
}
