import { type Kysely, sql } from 'kysely'
import type { Destination } from '#contract/destinations.ts'
import { listedNameSql } from '../../db/people-keys.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { Records } from '../../db/records.ts'
import { dateColumns, dateOf } from '../common/dates.ts'
import { findPrimaryNames } from '../common/primary-name.ts'
import { findReleaseEventRows } from '../release-events/release-events.queries.ts'
import { findDestinationRows, scope } from './destinations.queries.ts'

/** A destination's page shows this many events, and this many people. */
const most = 200

/** Named people by name, those without one last; someone released twice is there with each release. */
const findPeople = async (db: Kysely<Records>, code: string): Promise<Destination['people']> => {
  const name = sql.raw<string | null>(listedNameSql('released.detainee_id'))
  const rows = await db
    .selectFrom('release_named as released')
    .innerJoin('release_person', 'release_person.id', 'released.release_person_id')
    .innerJoin('release_event', 'release_event.id', 'released.release_event_id')
    .where('released.source_id', '=', scope)
    .where('released.destination', '=', code)
    .select([
      'released.detainee_id',
      'release_person.destination_state',
      'release_event.id as event_id',
      'release_event.title',
      'release_event.country',
      ...dateColumns('release_event', 'date'),
    ])
    .orderBy(sql`${name} IS NULL, ${name}, released.detainee_id, released.release_event_id`)
    .limit(most)
    .execute()
  const names = await findPrimaryNames(db, rows.map((row) => row.detainee_id))
  return rows.map((row) => ({
    id: row.detainee_id,
    ref: `D-${row.detainee_id}`,
    name: names.get(row.detainee_id)?.text ?? null,
    lang: names.get(row.detainee_id)?.lang ?? null,
    destinationState: row.destination_state,
    stayed: row.country === code,
    releaseEvent: { id: row.event_id, ref: `R-${row.event_id}`, title: row.title, date: dateOf(row, 'date') },
  }))
}

/**
 * One destination with its latest release events and its named people. A country of which nothing
 * is on record has a page too: the place of one person goes when they are protected, and whoever
 * cited it finds nothing there in place of an error that would tell.
 */
export const findDestination = async (file: RecordFile, code: string): Promise<Destination | null> => {
  const [row] = await findDestinationRows(file, [code])
  if (!row) return null
  const [events, people] = await Promise.all([
    findReleaseEventRows(file, { destination: [code], sort: '-date', limit: most }),
    findPeople(file.db, code),
  ])
  return { ...row, releaseEvents: events.rows, people }
}
