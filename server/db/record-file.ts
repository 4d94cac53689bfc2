import type { Expression, Kysely, RawBuilder, SqlBool } from 'kysely'
import type { EventColumns } from './event-columns.ts'
import type { PeopleColumns } from './people-columns.ts'
import type { SearchWord } from '../names/search-words.ts'
import type { Records } from './records.ts'

/** What can be searched by words. */
export type Searched = 'detainee' | 'release_event' | 'sanctions_action' | 'source'

/**
 * A condition that holds where the record matches every word: each must begin a word of its
 * folded text, or of its name key. `searched` is the table, under its own name in the query.
 */
export type Search = (searched: Searched, words: string) => Expression<SqlBool>

/** The same records as a sub-select of their `id`, found one after another: whoever needs only the first of them need not wait for all. */
export type SearchIds = (searched: Searched, words: string) => RawBuilder<unknown>

/** A row of `detainee_name` that may be what was typed. */
export type NameCandidate = {
  readonly nameId: number
  /** How many of the words asked for it answers. */
  readonly words: number
  /** How well, by `answers`: comparable between the names of one question. */
  readonly worth: number
}

/** The names most worth scoring, the best first, at most `mostCandidates`. */
export type FindNameCandidates = (words: readonly SearchWord[]) => Promise<readonly NameCandidate[]>

/**
 * A file of records and how to search it: an edition has a full-text index and tables of
 * names' words, the register does it in plain SQL and code. Both find the same.
 */
export type RecordFile = {
  readonly db: Kysely<Records>
  readonly search: Search
  readonly searchIds: SearchIds
  readonly findNames: FindNameCandidates
  /** What people are filtered, counted and sorted by, in memory; null where the tables are asked. */
  readonly people: () => Promise<PeopleColumns | null>
  /** What release events are filtered, counted and added up by, likewise. */
  readonly events: () => Promise<EventColumns | null>
}
