import { type Kysely, sql } from 'kysely'
import type { Records } from '../../db/records.ts'
import { dateOf } from '../../features/common/dates.ts'
import { type KnownEvents, knownEvents } from './known-events.ts'
import { type KnownPeople, knownPeople } from './known-people.ts'

type PersonText = { id: number; birth_earliest: string | null; birth_latest: string | null; names: string; arrests: string | null; countries: string | null }

const peopleAtOnce = 2000

const loadPeople = async (db: Kysely<Records>, people: KnownPeople): Promise<void> => {
  for (let after = 0; ; ) {
    const { rows } = await sql<PersonText>`
      SELECT detainee.id, birth_earliest, birth_latest,
        (SELECT json_group_array(text) FROM detainee_name WHERE detainee_id = detainee.id) AS names,
        (SELECT json_group_array(json_object('earliest', arrest_earliest, 'latest', arrest_latest))
          FROM detention WHERE detainee_id = detainee.id) AS arrests,
        (SELECT json_group_array(country) FROM (
          SELECT country FROM detention WHERE detainee_id = detainee.id
          UNION SELECT country FROM detainee_citizenship WHERE detainee_id = detainee.id)) AS countries
      FROM detainee WHERE detainee.id > ${after} AND merged_into IS NULL ORDER BY detainee.id LIMIT ${peopleAtOnce}`.execute(db)
    for (const row of rows) {
      people.add({
        ref: `D-${row.id}`,
        names: JSON.parse(row.names),
        birth: { earliest: row.birth_earliest, latest: row.birth_latest },
        arrests: JSON.parse(row.arrests ?? '[]'),
        countries: JSON.parse(row.countries ?? '[]'),
      })
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < peopleAtOnce) return
    after = last.id
  }
}

/** The release events of the register. */
export const loadEvents = async (db: Kysely<Records>, events: KnownEvents): Promise<void> => {
  const rows = await db
    .selectFrom('release_event')
    .select(['id', 'title', 'country', 'date_edtf', 'date_earliest', 'date_latest', 'date_basis'])
    .orderBy('id')
    .execute()
  for (const row of rows) events.add({ ref: `R-${row.id}`, title: row.title, country: row.country, date: dateOf(row, 'date') })
}

/** Everyone and every release that rows of an import may be about; nobody where there is no register. */
export const loadKnown = async (db: Kysely<Records> | null): Promise<{ readonly people: KnownPeople; readonly events: KnownEvents }> => {
  const known = { people: knownPeople(), events: knownEvents() }
  if (db !== null) {
    await loadPeople(db, known.people)
    await loadEvents(db, known.events)
  }
  return known
}
