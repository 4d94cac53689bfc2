import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Facet } from '#contract/facets.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { Records } from '../../db/records.ts'
import { type FacetRow, facetOf } from '../common/facet.ts'
import type { EventColumns } from '../../db/event-columns.ts'
import { countMultiple, countSingle } from '../common/standing.ts'
import { columnsFor, eventsIn } from './events-in-memory.ts'
import { matchesReleaseEvents, scopeOf } from './release-events.filter.ts'

type FacetName = 'destination' | 'country' | 'basis' | 'sanctionsAuthority' | 'population' | 'named'
type Counted = (file: RecordFile, filter: ReleaseEventFilter) => Promise<FacetRow[]>

const countAll = sql<number>`COUNT(*)`

const countByColumn =
  (column: 'country' | 'basis'): Counted =>
  ({ db, search }, filter) =>
    db
      .selectFrom('release_event')
      .where(matchesReleaseEvents(filter, search))
      .select([sql.ref<string>(`release_event.${column}`).as('value'), countAll.as('count')])
      .groupBy(`release_event.${column}`)
      .execute()

const countByDestination: Counted = ({ db, search }, filter) =>
  db
    .selectFrom('release_event')
    .innerJoin('release_event_destination as place', 'place.release_event_id', 'release_event.id')
    .where('place.source_id', '=', scopeOf(filter))
    .where(matchesReleaseEvents(filter, search))
    .select(['place.destination as value', countAll.as('count')])
    .groupBy('place.destination')
    .execute()

const distinctEvents: RawBuilder<number> = sql<number>`COUNT(DISTINCT release_event.id)`

const countByAuthority: Counted = ({ db, search }, filter) =>
  db
    .selectFrom('release_event')
    .innerJoin('release_sanction as link', 'link.release_event_id', 'release_event.id')
    .innerJoin('sanctions_action as action', 'action.id', 'link.sanctions_action_id')
    .where(matchesReleaseEvents(filter, search))
    .select(['action.authority as value', distinctEvents.as('count')])
    .groupBy('action.authority')
    .execute()

const countByPopulation: Counted = ({ db, search }, filter) =>
  db
    .selectFrom('release_event')
    .leftJoin('release_number as whole', (join) =>
      join
        .onRef('whole.release_event_id', '=', 'release_event.id')
        .on('whole.source_id', '=', scopeOf(filter))
        .on('whole.dimension', '=', 'total'),
    )
    .leftJoin('release_count as claim', 'claim.id', 'whole.claim_id')
    .where(matchesReleaseEvents(filter, search))
    .select([sql<string>`coalesce(claim.population, 'not_stated')`.as('value'), countAll.as('count')])
    .groupBy(sql`1`)
    .execute()

const countByNaming: Counted = async (file, filter) => {
  const count = (named: 'yes' | 'no') => countMatching(file.db, { ...filter, named: [named] }, file.search)
  const [yes, no] = await Promise.all([count('yes'), count('no')])
  return [
    { value: 'yes', count: yes },
    { value: 'no', count: no },
  ].filter((row) => row.count > 0)
}

const facets: readonly { name: FacetName; multiple: boolean; count: Counted }[] = [
  { name: 'destination', multiple: true, count: countByDestination },
  { name: 'country', multiple: false, count: countByColumn('country') },
  { name: 'basis', multiple: false, count: countByColumn('basis') },
  { name: 'sanctionsAuthority', multiple: true, count: countByAuthority },
  { name: 'population', multiple: false, count: countByPopulation },
  { name: 'named', multiple: false, count: countByNaming },
]

const countMatching = async (db: Kysely<Records>, filter: ReleaseEventFilter, search: RecordFile['search']) => {
  const row = await db
    .selectFrom('release_event')
    .where(matchesReleaseEvents(filter, search))
    .select(countAll.as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}

const fromMemory = (columns: EventColumns, filter: ReleaseEventFilter): Facet[] =>
  facets.map(({ name, multiple }) => {
    const { single, multiple: several } = columns
    const events = eventsIn(columns, filter, name)
    const rows =
      name === 'destination' || name === 'sanctionsAuthority'
        ? countMultiple(name === 'destination' ? several.destination : several.authority, [events])
        : countSingle(single[name], [events])
    return facetOf({ name, multiple, total: events.length, rows, chosen: filter[name] ?? [] })
  })

/** Each facet under the filter without its own choice; a chosen value stays, at zero if need be. */
export const findReleaseEventFacets = async (file: RecordFile, filter: ReleaseEventFilter): Promise<Facet[]> => {
  const columns = await columnsFor(file, filter)
  if (columns) return fromMemory(columns, filter)
  return Promise.all(
    facets.map(async ({ name, multiple, count }) => {
      const others = { ...filter, [name]: undefined }
      const [rows, total] = await Promise.all([
        count(file, others),
        countMatching(file.db, others, file.search),
      ])
      return facetOf({ name, multiple, total, rows, chosen: filter[name] ?? [] })
    }),
  )
}
