import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { searchWords } from '../names/search-words.ts'
import type { Search } from './record-file.ts'

const matching = (searched: string, query: string): RawBuilder<unknown> => {
  const index = sql.ref(`${searched}_search`)
  return sql`SELECT rowid FROM ${index} WHERE ${index} MATCH ${query}`
}

/** Search in the full-text index of an edition, `<table>_search` with columns `folded` and `name_key`. */
export const indexedSearch: Search = (searched, words) => {
  const parts = searchWords(words, searched === 'detainee').map(({ folded, keys }) =>
    [`folded : "${folded}"*`, ...keys.map((key) => `name_key : "${key}"*`)].join(' OR '),
  )
  if (parts.length === 0) return sql<SqlBool>`0`
  const query = parts.map((part) => `(${part})`).join(' AND ')
  return sql<SqlBool>`${sql.ref(`${searched}.id`)} IN (${matching(searched, query)})`
}
