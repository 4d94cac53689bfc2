import { type RawBuilder, sql } from 'kysely'
import type { DetaineeFilter } from '#contract/detainees.ts'
import type { Facet } from '#contract/facets.ts'
import type { PeopleColumns } from '../../db/people-columns.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { type FacetRow, facetOf } from '../common/facet.ts'
import { matchesDetainees, namedSql, scopeOf } from './detainees.filter.ts'
import { choose, countBy, divided, isInMemory } from './people-in-memory.ts'

const facetNames = ['status', 'destination', 'country', 'sex', 'occupation', 'article', 'named'] as const
type FacetName = (typeof facetNames)[number]

const multiple: ReadonlySet<FacetName> = new Set(['destination', 'country', 'article'])

type Select = RawBuilder<unknown>
type Counted = (scope: number) => Select

const countByColumn =
  (name: FacetName): Counted =>
  () =>
    sql`SELECT ${sql.lit(name)} AS facet, ${sql.ref(name)} AS value, COUNT(*) AS count FROM matched GROUP BY 2`

const charges = sql`own JOIN detention ON detention.detainee_id = own.id
  JOIN charge ON charge.detention_id = detention.id`

/** Rows (facet, value, count) over the tables `matched` (people) and `own` (their rows, merged ones too). */
const counted: Readonly<Record<FacetName, Counted>> = {
  status: countByColumn('status'),
  sex: countByColumn('sex'),
  occupation: countByColumn('occupation'),
  named: countByColumn('named'),
  destination: (scope) => sql`SELECT 'destination', released.destination, COUNT(DISTINCT matched.id)
    FROM matched JOIN release_named AS released ON released.detainee_id = matched.id
    WHERE released.source_id = ${scope} AND released.destination IS NOT NULL GROUP BY 2`,
  country: (scope) => sql`SELECT 'country', place.country, COUNT(*) FROM (
      SELECT own.person, detention.country FROM own JOIN detention ON detention.detainee_id = own.id
      UNION
      SELECT matched.id, event.country FROM matched
        JOIN release_named AS released ON released.detainee_id = matched.id
        JOIN release_event AS event ON event.id = released.release_event_id
        WHERE released.source_id = ${scope}) AS place GROUP BY 2`,
  // The value of those without any charge is null: "not stated".
  article: () => sql`SELECT 'article', charge.article, COUNT(DISTINCT own.person) FROM ${charges} GROUP BY 2
    UNION ALL SELECT 'article', NULL, COUNT(*) FROM matched
      WHERE matched.id NOT IN (SELECT own.person FROM ${charges}) HAVING COUNT(*) > 0`,
}

type Row = { readonly facet: FacetName | 'total'; readonly value: string | null; readonly count: number }

type Counts = { readonly name: FacetName; readonly total: number; readonly rows: readonly FacetRow[] }

/** Each facet under the filter without its own choice, from one look at every person. */
const fromMemory = (columns: PeopleColumns, filter: DetaineeFilter): Counts[] => {
  const { all, leftOutBy } = divided(choose(columns, filter))
  return facetNames.map((name) => {
    const others = leftOutBy(name)
    return { name, total: all.length + others.length, rows: countBy(columns, [all, others], name) }
  })
}

/** Counts of several facets under one filter, which is worked out once; the row `total` counts the people. */
const countFacets = ({ db, search }: RecordFile, filter: DetaineeFilter, names: readonly FacetName[]): Promise<Row[]> => {
  const selects = names.map((name) => sql`SELECT * FROM (${counted[name](scopeOf(filter))})`)
  return db
    .with(
      (cte) => cte('matched').materialized(),
      (cte) =>
        cte
          .selectFrom('detainee')
          .where(matchesDetainees(filter, search))
          .select(['detainee.id', 'detainee.status', 'detainee.sex', 'detainee.occupation', namedSql.as('named')]),
    )
    .with('own', (cte) =>
      cte
        .selectFrom('matched')
        .select(['matched.id as person', 'matched.id'])
        .unionAll(
          cte
            .selectFrom('matched')
            .innerJoin('detainee as merged', 'merged.merged_into', 'matched.id')
            .select(['matched.id as person', 'merged.id']),
        ),
    )
    .selectFrom(
      sql<Row>`(SELECT 'total' AS facet, NULL AS value, COUNT(*) AS count FROM matched
        UNION ALL ${sql.join(selects, sql` UNION ALL `)})`.as('counted'),
    )
    .select(['facet', 'value', 'count'])
    .execute()
}

const fromTables = async (file: RecordFile, filter: DetaineeFilter): Promise<Counts[]> => {
  const countsOf = async (names: readonly FacetName[], under: DetaineeFilter): Promise<Counts[]> => {
    if (names.length === 0) return []
    const rows = await countFacets(file, under, names)
    const total = rows.find((row) => row.facet === 'total')?.count ?? 0
    return names.map((name) => ({ name, total, rows: rows.filter((row) => row.facet === name) }))
  }
  const counts = await Promise.all([
    countsOf(facetNames.filter((name) => filter[name] === undefined), filter),
    ...facetNames.filter((name) => filter[name] !== undefined).map((name) => countsOf([name], { ...filter, [name]: undefined })),
  ])
  return counts.flat().toSorted((a, b) => facetNames.indexOf(a.name) - facetNames.indexOf(b.name))
}

/** Each facet under the filter without its own choice; a chosen value stays, at zero if need be. */
export const findDetaineeFacets = async (file: RecordFile, filter: DetaineeFilter): Promise<Facet[]> => {
  const columns = isInMemory(filter) ? await file.people() : null
  const counts = columns === null ? await fromTables(file, filter) : fromMemory(columns, filter)
  return counts.map(({ name, total, rows }) =>
    facetOf({ name, multiple: multiple.has(name), total, rows, chosen: [filter[name] ?? []].flat() }),
  )
}
