import type { Expression, Kysely, SqlBool } from 'kysely'
import type { Records } from './records.ts'

/** What can be searched by words. */
export type Searched = 'detainee' | 'release_event' | 'sanctions_action' | 'source'

/**
 * A condition that holds where the record matches every word: each must begin a word of its
 * folded text, or of its name key. `searched` is the table, under its own name in the query.
 */
export type Search = (searched: Searched, words: string) => Expression<SqlBool>

/**
 * A file of records and how to search it: an edition has a full-text index, the register
 * does it in plain SQL. Both find the same.
 */
export type RecordFile = {
  readonly db: Kysely<Records>
  readonly search: Search
}

/** The searched text of each record as SQL over its own columns: what an edition indexes. */
export const searchedText: Readonly<Record<Searched, { readonly folded: string; readonly key: string }>> = {
  detainee: {
    folded: `(SELECT group_concat(called.folded, ' ') FROM detainee_name AS called WHERE called.detainee_id = detainee.id)`,
    key: `(SELECT group_concat(called.name_key, ' ') FROM detainee_name AS called WHERE called.detainee_id = detainee.id)`,
  },
  release_event: { folded: `fold(concat_ws(' ', release_event.title, release_event.summary))`, key: `''` },
  sanctions_action: {
    folded: `fold(concat_ws(' ', sanctions_action.target, sanctions_action.commodity, sanctions_action.instrument, sanctions_action.agency))`,
    key: `''`,
  },
  source: { folded: `fold(concat_ws(' ', source.title, source.publisher, source.author, source.url))`, key: `''` },
}
