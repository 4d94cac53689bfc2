import { type Kysely, sql } from 'kysely'

/** What lists, facets and records are looked up by. */
const indexes = [
  'detainee_status ON detainee (status)',
  'detainee_merged ON detainee (merged_into) WHERE merged_into IS NOT NULL',
  'detainee_name_detainee ON detainee_name (detainee_id, kind)',
  'detainee_name_key ON detainee_name (name_key)',
  'detention_detainee ON detention (detainee_id)',
  'detention_country ON detention (country, detainee_id)',
  'charge_detention ON charge (detention_id)',
  'charge_article ON charge (article, detention_id)',
  'sentence_detention ON sentence (detention_id)',
  'recognition_detainee ON recognition (detainee_id)',
  'release_event_date ON release_event (date_earliest, id)',
  'release_event_country ON release_event (country, date_earliest)',
  'release_event_basis ON release_event (basis)',
  'release_count_event ON release_count (release_event_id, dimension, cell)',
  'release_count_cell ON release_count (dimension, cell, release_event_id)',
  'release_person_event ON release_person (release_event_id, destination)',
  'release_person_detainee ON release_person (detainee_id)',
  'release_person_destination ON release_person (destination, release_event_id)',
  'sanctions_action_refers ON sanctions_action (refers_to)',
  'release_sanction_event ON release_sanction (release_event_id)',
  'release_sanction_action ON release_sanction (sanctions_action_id)',
  'event_note_event ON event_note (release_event_id)',
  'evidence_record ON evidence (record_table, record_id, field)',
  'evidence_source ON evidence (source_id, record_table, record_id)',
  'source_copy_of ON source (copy_of) WHERE copy_of IS NOT NULL',
]

/** One claim is used for each cell, and one name is the primary one in each script. */
const uniqueIndexes = [
  "release_count_used ON release_count (release_event_id, dimension, cell) WHERE state = 'used'",
  "detainee_name_primary ON detainee_name (detainee_id, script) WHERE kind = 'primary'",
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const index of indexes) await sql.raw(`CREATE INDEX ${index}`).execute(db)
  for (const index of uniqueIndexes) await sql.raw(`CREATE UNIQUE INDEX ${index}`).execute(db)
}
