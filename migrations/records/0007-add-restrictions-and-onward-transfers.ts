import { type Kysely, sql } from 'kysely'

/*
 * What still binds a person after the release, as the source says it, and where they were taken
 * from there: a country and the four columns of a date. An onward transfer belongs to the release
 * it follows: it is no second one, and its country is not among the destinations.
 */

const columns = [
  `restrictions TEXT CHECK (length(restrictions) BETWEEN 1 AND 5000)`,
  `onward_country TEXT CHECK (onward_country GLOB '[A-Z][A-Z]')`,
  `onward_edtf TEXT`,
  `onward_earliest TEXT CHECK (onward_earliest IS date(onward_earliest))`,
  `onward_latest TEXT CHECK (onward_latest IS date(onward_latest))`,
  `onward_basis TEXT NOT NULL DEFAULT 'not_stated'
    CHECK (onward_basis IN ('stated', 'inferred', 'not_stated', 'withheld'))
    CHECK (onward_earliest <= onward_latest)
    CHECK ((onward_edtf IS NULL) = (onward_basis IN ('not_stated', 'withheld')))
    CHECK (onward_edtf IS NOT NULL OR (onward_earliest IS NULL AND onward_latest IS NULL))
    CHECK (onward_country IS NOT NULL OR onward_basis = 'not_stated')`,
]

/** As before, but for this: a source that tells of an onward transfer alone names nobody in the release. */
const releaseNamed = `
    SELECT person.release_event_id, scope.source_id,
      CAST(coalesce(detainee.merged_into, detainee.id) AS INTEGER) AS detainee_id,
      person.id AS release_person_id,
      CAST(CASE
        WHEN person.destination_state = 'refused_departure' THEN NULL
        ELSE coalesce(person.destination, 'not_stated')
      END AS TEXT) AS destination
    FROM (
      SELECT id AS release_person_id, 0 AS source_id FROM release_person
      UNION
      SELECT record_id, source_id FROM evidence
      WHERE record_table = 'release_person' AND field NOT IN ('onwardCountry', 'onward')
    ) AS scope
    JOIN release_person AS person ON person.id = scope.release_person_id
    JOIN detainee ON detainee.id = person.detainee_id`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const column of columns) await sql.raw(`ALTER TABLE release_person ADD COLUMN ${column}`).execute(db)
  await sql.raw(`DROP VIEW release_named`).execute(db)
  await sql.raw(`CREATE VIEW release_named AS ${releaseNamed}`).execute(db)
}
