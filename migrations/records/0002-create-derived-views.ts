import { type Kysely, sql } from 'kysely'

/*
 * What can be worked out from the records, as views. An edition keeps each of them as a
 * table of the same name with indexes, so that one query serves both files.
 *
 * `source_id` 0 means all sources together; any other value is what that source alone says.
 */

const views = {
  /** A claim and each scope it speaks in. Copies add nothing to the band of all sources. */
  release_claim_scope: `
    SELECT claim.id AS claim_id, 0 AS source_id
    FROM release_count AS claim
    WHERE claim.state <> 'rejected' AND (
      claim.state = 'used'
      OR NOT EXISTS (
        SELECT 1 FROM evidence
        WHERE evidence.record_table = 'release_count' AND evidence.record_id = claim.id)
      OR EXISTS (
        SELECT 1 FROM evidence JOIN source ON source.id = evidence.source_id
        WHERE evidence.record_table = 'release_count' AND evidence.record_id = claim.id
          AND source.copy_of IS NULL))
    UNION
    SELECT evidence.record_id, evidence.source_id
    FROM evidence JOIN release_count AS claim ON claim.id = evidence.record_id
    WHERE evidence.record_table = 'release_count' AND claim.state <> 'rejected'`,

  /** One number per event, scope, dimension and cell: the used claim and the band of all. */
  release_cell: `
    SELECT cell.release_event_id, cell.source_id, cell.dimension, cell.cell, cell.claim_id,
      cell.lowest, chosen.best, cell.highest, cell.open_low, cell.open_high
    FROM (
      SELECT claim.release_event_id, scope.source_id, claim.dimension, claim.cell,
        MIN(CASE claim.state WHEN 'used' THEN claim.id ELSE claim.id + 1000000000000 END)
          % 1000000000000 AS claim_id,
        MAX(claim.state = 'used') AS has_used,
        MIN(coalesce(claim.lowest, claim.best)) AS lowest,
        MAX(coalesce(claim.highest, claim.best)) AS highest,
        MAX(claim.lowest IS NULL) AS open_low,
        MAX(claim.highest IS NULL) AS open_high
      FROM release_claim_scope AS scope
      JOIN release_count AS claim ON claim.id = scope.claim_id
      WHERE claim.dimension IN ('total', 'destination') AND claim.relation = 'partition'
      GROUP BY claim.release_event_id, scope.source_id, claim.dimension, claim.cell
    ) AS cell
    JOIN release_count AS chosen ON chosen.id = cell.claim_id
    WHERE cell.source_id <> 0 OR cell.has_used`,

  release_placed: `
    SELECT release_event_id, source_id, SUM(lowest) AS lowest, SUM(best) AS best,
      SUM(highest) AS highest, MAX(open_low) AS open_low, MAX(open_high) AS open_high
    FROM release_cell WHERE dimension = 'destination'
    GROUP BY release_event_id, source_id`,

  /**
   * What an event adds to a sum: its total, each destination cell, and the rest as
   * 'not_stated', so that the cells always make the total at the lowest, the best and the
   * highest. The rest is below zero where the cells exceed the total. Without a total claim
   * the cells make it, open upwards.
   */
  release_number: `
    SELECT release_event_id, source_id, 'total' AS dimension, 'all' AS cell, claim_id,
      lowest, best, highest, open_low, open_high
    FROM release_cell WHERE dimension = 'total'
    UNION ALL
    SELECT placed.release_event_id, placed.source_id, 'total', 'all', NULL,
      placed.lowest, placed.best, placed.highest, placed.open_low, 1
    FROM release_placed AS placed
    WHERE NOT EXISTS (
      SELECT 1 FROM release_cell AS total
      WHERE total.release_event_id = placed.release_event_id
        AND total.source_id = placed.source_id AND total.dimension = 'total')
    UNION ALL
    SELECT release_event_id, source_id, dimension, cell, claim_id,
      lowest, best, highest, open_low, open_high
    FROM release_cell WHERE dimension = 'destination'
    UNION ALL
    SELECT total.release_event_id, total.source_id, 'destination', 'not_stated', NULL,
      total.lowest - coalesce(placed.lowest, 0),
      total.best - coalesce(placed.best, 0),
      total.highest - coalesce(placed.highest, 0),
      max(total.open_low, coalesce(placed.open_low, 0)),
      max(total.open_high, coalesce(placed.open_high, 0))
    FROM release_cell AS total
    LEFT JOIN release_placed AS placed
      ON placed.release_event_id = total.release_event_id AND placed.source_id = total.source_id
    WHERE total.dimension = 'total' AND (
      placed.release_event_id IS NULL
      OR total.lowest <> placed.lowest OR total.best <> placed.best OR total.highest <> placed.highest)`,

  /** A named person in an event under each scope; a merged person counts as the one kept. */
  release_named: `
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
      SELECT record_id, source_id FROM evidence WHERE record_table = 'release_person'
    ) AS scope
    JOIN release_person AS person ON person.id = scope.release_person_id
    JOIN detainee ON detainee.id = person.detainee_id`,

  /** Every destination an event can be found under; 'not_stated' is one of them. */
  release_event_destination: `
    SELECT release_event_id, source_id, cell AS destination
    FROM release_number WHERE dimension = 'destination'
    UNION
    SELECT release_event_id, source_id, destination
    FROM release_named WHERE destination IS NOT NULL
    UNION
    SELECT release_event.id, 0, 'not_stated' FROM release_event
    WHERE NOT EXISTS (
      SELECT 1 FROM release_number
      WHERE release_number.release_event_id = release_event.id AND release_number.source_id = 0)`,

  /** Which sources speak of an event or of anything in it. */
  release_event_source: `
    SELECT record_id AS release_event_id, source_id FROM evidence WHERE record_table = 'release_event'
    UNION SELECT claim.release_event_id, evidence.source_id FROM evidence
      JOIN release_count AS claim ON claim.id = evidence.record_id
      WHERE evidence.record_table = 'release_count'
    UNION SELECT person.release_event_id, evidence.source_id FROM evidence
      JOIN release_person AS person ON person.id = evidence.record_id
      WHERE evidence.record_table = 'release_person'
    UNION SELECT link.release_event_id, evidence.source_id FROM evidence
      JOIN release_sanction AS link ON link.id = evidence.record_id
      WHERE evidence.record_table = 'release_sanction'
    UNION SELECT note.release_event_id, evidence.source_id FROM evidence
      JOIN event_note AS note ON note.id = evidence.record_id
      WHERE evidence.record_table = 'event_note'`,

  /** Which sources speak of a person or of anything in their record. */
  detainee_source: `
    SELECT record_id AS detainee_id, source_id FROM evidence WHERE record_table = 'detainee'
    UNION SELECT child.detainee_id, evidence.source_id FROM evidence
      JOIN detainee_name AS child ON child.id = evidence.record_id
      WHERE evidence.record_table = 'detainee_name'
    UNION SELECT child.detainee_id, evidence.source_id FROM evidence
      JOIN detainee_citizenship AS child ON child.id = evidence.record_id
      WHERE evidence.record_table = 'detainee_citizenship'
    UNION SELECT child.detainee_id, evidence.source_id FROM evidence
      JOIN detention AS child ON child.id = evidence.record_id
      WHERE evidence.record_table = 'detention'
    UNION SELECT detention.detainee_id, evidence.source_id FROM evidence
      JOIN charge AS child ON child.id = evidence.record_id
      JOIN detention ON detention.id = child.detention_id
      WHERE evidence.record_table = 'charge'
    UNION SELECT detention.detainee_id, evidence.source_id FROM evidence
      JOIN sentence AS child ON child.id = evidence.record_id
      JOIN detention ON detention.id = child.detention_id
      WHERE evidence.record_table = 'sentence'
    UNION SELECT child.detainee_id, evidence.source_id FROM evidence
      JOIN recognition AS child ON child.id = evidence.record_id
      WHERE evidence.record_table = 'recognition'
    UNION SELECT child.detainee_id, evidence.source_id FROM evidence
      JOIN release_person AS child ON child.id = evidence.record_id
      WHERE evidence.record_table = 'release_person'`,
}

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const [name, query] of Object.entries(views)) {
    await sql.raw(`CREATE VIEW ${name} AS ${query}`).execute(db)
  }
}
