import { type RawBuilder, sql } from 'kysely'
import type { DetaineeFilter } from '#contract/detainees.ts'
import type { Facet } from '#contract/facets.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { type FacetRow, facetOf } from '../common/facet.ts'
import { matchesDetainees, namedSql, scopeOf } from './detainees.filter.ts'
import { isOwnOf } from './kept.ts'

type FacetName = 'status' | 'destination' | 'country' | 'sex' | 'occupation' | 'article' | 'named'
type Counted = (file: RecordFile, filter: DetaineeFilter) => Promise<FacetRow[]>

const people = sql<number>`COUNT(*)`

const countBy =
  (value: RawBuilder<string | null>): Counted =>
  ({ db, search }, filter) =>
    db
      .selectFrom('detainee')
      .where(matchesDetainees(filter, search))
      .select([value.as('value'), people.as('count')])
      .groupBy(sql`1`)
      .execute()

/** The people under a filter, for the facets that look at what hangs on each of them. */
const matched = ({ db, search }: RecordFile, filter: DetaineeFilter) =>
  db.with('matched', (cte) =>
    cte.selectFrom('detainee').where(matchesDetainees(filter, search)).select('detainee.id'),
  )

const countByDestination: Counted = (file, filter) =>
  matched(file, filter)
    .selectFrom('matched')
    .innerJoin('release_named as released', 'released.detainee_id', 'matched.id')
    .where('released.source_id', '=', scopeOf(filter))
    .where('released.destination', 'is not', null)
    .select(['released.destination as value', sql<number>`COUNT(DISTINCT matched.id)`.as('count')])
    .groupBy('released.destination')
    .execute()

/** Countries that held or released each person, one of each. */
const countByCountry: Counted = (file, filter) =>
  matched(file, filter)
    .with('place', (cte) =>
      cte
        .selectFrom('matched')
        .innerJoin('detainee as held', (join) => join.on(isOwnOf('matched.id')))
        .innerJoin('detention', 'detention.detainee_id', 'held.id')
        .select(['matched.id', 'detention.country'])
        .union(
          cte
            .selectFrom('matched')
            .innerJoin('release_named as released', 'released.detainee_id', 'matched.id')
            .innerJoin('release_event as event', 'event.id', 'released.release_event_id')
            .where('released.source_id', '=', scopeOf(filter))
            .select(['matched.id', 'event.country']),
        ),
    )
    .selectFrom('place')
    .select(['place.country as value', people.as('count')])
    .groupBy('place.country')
    .execute()

/** Articles charged, one of each for a person; "not stated" are those without any charge. */
const countByArticle: Counted = async (file, filter) => {
  const rows = await matched(file, filter)
    .with('charged', (cte) =>
      cte
        .selectFrom('matched')
        .innerJoin('detainee as held', (join) => join.on(isOwnOf('matched.id')))
        .innerJoin('detention', 'detention.detainee_id', 'held.id')
        .innerJoin('charge', 'charge.detention_id', 'detention.id')
        .select(['matched.id', 'charge.article'])
        .distinct(),
    )
    .selectFrom('charged')
    .select([sql<string | null>`charged.article`.as('value'), people.as('count')])
    .groupBy('charged.article')
    .unionAll((eb) =>
      eb
        .selectFrom('matched')
        .where('matched.id', 'not in', eb.selectFrom('charged').select('charged.id'))
        .select([sql<string | null>`NULL`.as('value'), people.as('count')]),
    )
    .execute()
  return rows.filter((row) => row.count > 0)
}

const facets: readonly { name: FacetName; multiple: boolean; count: Counted }[] = [
  { name: 'status', multiple: false, count: countBy(sql.ref('detainee.status')) },
  { name: 'destination', multiple: true, count: countByDestination },
  { name: 'country', multiple: true, count: countByCountry },
  { name: 'sex', multiple: false, count: countBy(sql.ref('detainee.sex')) },
  { name: 'occupation', multiple: false, count: countBy(sql.ref('detainee.occupation')) },
  { name: 'article', multiple: true, count: countByArticle },
  { name: 'named', multiple: false, count: countBy(namedSql) },
]

const countMatching = async ({ db, search }: RecordFile, filter: DetaineeFilter): Promise<number> => {
  const row = await db
    .selectFrom('detainee')
    .where(matchesDetainees(filter, search))
    .select(people.as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}

/** Each facet under the filter without its own choice; a chosen value stays, at zero if need be. */
export const findDetaineeFacets = (file: RecordFile, filter: DetaineeFilter): Promise<Facet[]> =>
  Promise.all(
    facets.map(async ({ name, multiple, count }) => {
      const others = { ...filter, [name]: undefined }
      const [rows, total] = await Promise.all([count(file, others), countMatching(file, others)])
      return facetOf({ name, multiple, total, rows, chosen: [filter[name] ?? []].flat() })
    }),
  )
