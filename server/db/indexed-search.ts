import { type Kysely, type SqlBool, sql } from 'kysely'
import { searchWords } from '../names/search-words.ts'
import { eventColumnsOf } from './event-columns.ts'
import { indexedNames } from './indexed-names.ts'
import { peopleColumnsOf } from './people-columns.ts'
import type { RecordFile, Search, SearchIds } from './record-file.ts'
import type { Records } from './records.ts'

/** The records whose texts have each of the words, as `id`. */
const matching: SearchIds = (searched, words) => {
  const index = sql.ref(`${searched}_search`)
  const parts = searchWords(words).map(({ folded, keys, sound }) => {
    const ways = folded.map((begin) => `folded : "${begin}"*`)
    const sounds = searched === 'detainee' ? keys.map((key) => `name_key : "${key}"*`) : sound === null ? [] : [`name_key : "${sound}"`]
    return [...ways, ...sounds].join(' OR ')
  })
  if (parts.length === 0) return sql`(SELECT 1 AS id WHERE 0)`
  const query = parts.map((part) => `(${part})`).join(' AND ')
  return sql`(SELECT rowid AS id FROM ${index} WHERE ${index} MATCH ${query})`
}

/** Search in the full-text index of an edition, `<table>_search` with columns `folded` and `name_key`. */
export const indexedSearch: Search = (searched, words) => sql<SqlBool>`${sql.ref(`${searched}.id`)} IN ${matching(searched, words)}`

/** An edition as the read routes take it. */
export const editionRecords = (db: Kysely<Records>): RecordFile => ({
  db,
  search: indexedSearch,
  searchIds: matching,
  findNames: indexedNames(db),
  people: peopleColumnsOf(db),
  events: eventColumnsOf(db),
})
