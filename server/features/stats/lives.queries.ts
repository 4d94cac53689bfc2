import { type Expression, type Kysely, sql } from 'kysely'
import type { Records } from '../../db/records.ts'
import type { Bounds, Status } from './liberty.rules.ts'

/*
 * What is known of when people were held and let go, whoever says so: a source chosen in a
 * filter chooses releases, not what happened to the people afterwards.
 */

export type Detention = { readonly country: string; readonly arrest: Bounds; readonly end: Bounds }

export type Life = {
  readonly status: Status
  readonly statusAsOf: Bounds
  readonly detentions: Detention[]
  readonly releases: { readonly event: number; readonly date: Bounds }[]
}

type People = Expression<unknown> | 'everyone'

/** Those whose ids a select gives, after merges, or everyone on record, by id. */
export const findLives = async (db: Kysely<Records>, people: People): Promise<Map<number, Life>> => {
  const isWanted = (column: string) => (people === 'everyone' ? sql<boolean>`1` : sql<boolean>`${sql.ref(column)} IN ${people}`)
  const own =
    people === 'everyone'
      ? sql<boolean>`1`
      : sql<boolean>`detention.detainee_id IN (SELECT wanted.id FROM detainee AS wanted WHERE wanted.id IN ${people}
          UNION SELECT merged.id FROM detainee AS merged WHERE merged.merged_into IN ${people})`
  const [persons, detentions, releases] = await Promise.all([
    db
      .selectFrom('detainee')
      .where('merged_into', 'is', null)
      .where(isWanted('detainee.id'))
      .select(['id', 'status', 'status_as_of_earliest as earliest', 'status_as_of_latest as latest'])
      .execute(),
    db
      .selectFrom('detention')
      .innerJoin('detainee as held', 'held.id', 'detention.detainee_id')
      .where(own)
      .select([
        'held.id',
        'held.merged_into',
        'detention.country',
        'detention.arrest_earliest',
        'detention.arrest_latest',
        'detention.end_earliest',
        'detention.end_latest',
      ])
      .orderBy('detention.id')
      .execute(),
    db
      .selectFrom('release_named as released')
      .innerJoin('release_event as event', 'event.id', 'released.release_event_id')
      .where('released.source_id', '=', 0)
      .where(isWanted('released.detainee_id'))
      .select(['released.detainee_id', 'event.id', 'event.date_earliest', 'event.date_latest'])
      .distinct()
      .orderBy('event.id')
      .execute(),
  ])
  const lives = new Map(
    persons.map(({ id, status, earliest, latest }): [number, Life] => [
      id,
      { status: status as Status, statusAsOf: { earliest, latest }, detentions: [], releases: [] },
    ]),
  )
  for (const row of detentions) {
    lives.get(row.merged_into ?? row.id)?.detentions.push({
      country: row.country,
      arrest: { earliest: row.arrest_earliest, latest: row.arrest_latest },
      end: { earliest: row.end_earliest, latest: row.end_latest },
    })
  }
  for (const row of releases) {
    lives.get(row.detainee_id)?.releases.push({ event: row.id, date: { earliest: row.date_earliest, latest: row.date_latest } })
  }
  return lives
}
