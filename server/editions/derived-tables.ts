import type Database from 'better-sqlite3'
import { derivedViews } from '../db/records.ts'
import { searchedText } from '../db/searched-text.ts'
import { indexNames } from './name-index.ts'

/** Indexes of the tables that an edition keeps in place of the views. */
const derivedIndexes = [
  'CREATE UNIQUE INDEX release_number_event ON release_number (release_event_id, source_id, dimension, cell)',
  'CREATE INDEX release_number_cell ON release_number (source_id, dimension, cell, release_event_id)',
  'CREATE INDEX release_named_event ON release_named (release_event_id, source_id, destination, detainee_id)',
  'CREATE INDEX release_named_person ON release_named (detainee_id, source_id, destination, release_event_id)',
  'CREATE INDEX release_named_place ON release_named (source_id, destination, release_event_id)',
  'CREATE UNIQUE INDEX release_event_destination_place ON release_event_destination (source_id, destination, release_event_id)',
  'CREATE INDEX release_event_destination_event ON release_event_destination (release_event_id, source_id, destination)',
  'CREATE UNIQUE INDEX release_event_source_source ON release_event_source (source_id, release_event_id)',
  'CREATE UNIQUE INDEX detainee_source_source ON detainee_source (source_id, detainee_id)',
]

const views = ['release_claim_scope', 'release_cell', 'release_placed', ...derivedViews]

/** Turns the views of a freshly filled edition into tables of the same name, with indexes. */
export const keepDerived = (raw: Database.Database): void => {
  for (const view of derivedViews) raw.exec(`CREATE TABLE kept_${view} AS SELECT * FROM ${view}`)
  for (const view of views.toReversed()) raw.exec(`DROP VIEW ${view}`)
  for (const view of derivedViews) raw.exec(`ALTER TABLE kept_${view} RENAME TO ${view}`)
  for (const index of derivedIndexes) raw.exec(index)
}

/** Search indexes of what is in the edition, and of nothing else; made anew where there are some. */
export const indexTexts = (raw: Database.Database): void => {
  for (const [table, text] of Object.entries(searchedText)) {
    raw.exec(`DROP TABLE IF EXISTS ${table}_search`)
    raw.exec(`CREATE VIRTUAL TABLE ${table}_search USING fts5 (
      folded, name_key, content = '', tokenize = 'ascii', prefix = '1 2 3')`)
    raw.exec(`INSERT INTO ${table}_search (rowid, folded, name_key)
      SELECT ${table}.id, coalesce(${text.folded}, ''), coalesce(${text.key}, '') FROM ${table}`)
    raw.exec(`INSERT INTO ${table}_search (${table}_search) VALUES ('optimize')`)
  }
  indexNames(raw)
}
