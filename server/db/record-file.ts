import type { Expression, Kysely, SqlBool } from 'kysely'
import type { Records } from './records.ts'

/** Where a search word can be looked for, and the id column that the record is joined by. */
export type Searched = 'detainee' | 'release_event' | 'sanctions_action' | 'source'

/**
 * A file of records and how to search it: an edition has a full-text index, the register
 * does it in plain SQL. Both find a record when each word begins a word of its folded text.
 */
export type RecordFile = {
  readonly db: Kysely<Records>
  readonly search: Search
}

/** A condition that holds where the record `idColumn` (say `detainee.id`) matches all words. */
export type Search = (searched: Searched, idColumn: string, words: string) => Expression<SqlBool>
