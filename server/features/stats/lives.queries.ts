import type { Kysely } from 'kysely'
import type { Records } from '../../db/records.ts'
import type { Bounds, Status } from './liberty.rules.ts'
import { type People, isOne, isOneOrMerged } from './some-people.ts'

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

/** These people, after merges, by id. */
export const findLives = async (db: Kysely<Records>, people: People): Promise<Map<number, Life>> => {
  const [persons, detentions, releases] = await Promise.all([
    db
      .selectFrom('detainee')
      .where('merged_into', 'is', null)
      .where(isOne('detainee.id', people))
      .select(['id', 'status', 'status_as_of_earliest as earliest', 'status_as_of_latest as latest'])
      .execute(),
    db
      .selectFrom('detention')
      .innerJoin('detainee as held', 'held.id', 'detention.detainee_id')
      .where(isOneOrMerged('detention.detainee_id', people))
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
      .where(isOne('released.detainee_id', people))
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
